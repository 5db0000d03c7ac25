#!/usr/bin/env bash
# Makes a base image in place of Keycloak's own, for where no image registry is reached: Debian with a JRE, and the distribution that
# Maven brings, laid out as the official image is. Needs root, debootstrap, a Docker engine, and `mvn package` before.
#
#   docker/base-image.sh keypool-base:local
#   docker build --build-arg BASE_IMAGE=keypool-base:local -t keypool:local docker
set -euo pipefail

tag=${1:?the name of the image}
cd "$(dirname "$0")"
distribution=target/keypool-server
[ -f $distribution/version.txt ] || { echo "Nothing in docker/$distribution: run mvn -DskipTests package first" >&2; exit 1; }

docker version >/dev/null

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

debootstrap --variant=minbase bookworm "$root"
cp /etc/resolv.conf "$root/etc/resolv.conf"
# Java's package wants /proc. In a mount namespace of its own it goes away by itself, however this ends.
unshare --mount sh -ec 'mount -t proc proc "$0/proc"; exec chroot "$0" env DEBIAN_FRONTEND=noninteractive sh -ec "$1"' "$root" '
  apt-get install -qq --no-install-recommends openjdk-17-jre-headless
  apt-get clean
  rm -rf /var/lib/apt/lists/* /usr/share/doc /usr/share/man
  useradd --uid 1000 --gid 0 --home-dir /opt/keycloak --no-create-home keycloak'

# Without what the assembly added: the image gets it from the Dockerfile, and builds again.
mkdir --parents "$root/opt/keycloak/data"
tar --create --directory $distribution --exclude=./providers/\*.jar --exclude=./data --exclude=./keypool-build.stamp . \
  | tar --extract --directory "$root/opt/keycloak"
chown --recursive 1000:0 "$root/opt/keycloak"

tar --create --directory "$root" . | docker import \
  --change 'USER 1000' \
  --change 'ENV LANG=en_US.UTF-8' \
  --change 'ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]' \
  --change 'EXPOSE 8080 8443 9000' \
  - "$tag"
