"""A guest and a person at the protected service, with boto3: python3 files.py KEYPOOL GATEWAY, as in
http://localhost:8080 http://localhost:8081"""

import json
import sys
import urllib.parse
import urllib.request

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

POOL = "us-east-1:00000000-0000-4000-8000-000000000001"


def main(keypool, gateway):
    guest_id, guest = sign_in(keypool, {})
    alice_id, alice = sign_in(keypool, login(keypool, "alice"))
    guests_files, alices_files = files(gateway, guest), files(gateway, alice)

    print("guest reads:", read(guests_files, "demo-public", "hello.txt").strip())
    print("guest writes public:", refusal(write, guests_files, "demo-public", "hello.txt", "mine"))
    print("guest writes own:", refusal(write, guests_files, "demo-users", guest_id + "/note.txt", "mine"))
    write(alices_files, "demo-users", alice_id + "/note to self.txt", "Buy milk.")
    print("alice reads own:", read(alices_files, "demo-users", alice_id + "/note to self.txt"))
    print("alice writes a guest's:", refusal(write, alices_files, "demo-users", guest_id + "/note.txt", "hers"))
    print("guest reads alice's:", refusal(read, guests_files, "demo-users", alice_id + "/note to self.txt"))
    print(read(alices_files, "demo-public", "whoami"))


def login(keypool, user):
    """Logins with an ID token of the realm's own user."""
    form = {"grant_type": "password", "client_id": "demo-app", "username": user, "password": user, "scope": "openid"}
    request = urllib.request.Request(
        keypool + "/realms/demo/protocol/openid-connect/token", urllib.parse.urlencode(form).encode())
    with urllib.request.urlopen(request) as answer:
        return {urllib.parse.urlsplit(keypool).netloc + "/realms/demo": json.load(answer)["id_token"]}


def sign_in(keypool, logins):
    cognito = boto3.client(
        "cognito-identity", region_name="us-east-1", endpoint_url=keypool + "/realms/demo/identity-pool",
        config=Config(signature_version=UNSIGNED))
    identity = cognito.get_id(IdentityPoolId=POOL, Logins=logins)["IdentityId"]
    answer = cognito.get_credentials_for_identity(IdentityId=identity, Logins=logins)
    return answer["IdentityId"], answer["Credentials"]


def files(gateway, credentials):
    return boto3.client(
        "s3", region_name="us-east-1", endpoint_url=gateway,
        aws_access_key_id=credentials["AccessKeyId"], aws_secret_access_key=credentials["SecretKey"],
        aws_session_token=credentials["SessionToken"],
        config=Config(s3={"addressing_style": "path"}, retries={"max_attempts": 1}))


def read(client, bucket, key):
    return client.get_object(Bucket=bucket, Key=key)["Body"].read().decode()


def write(client, bucket, key, text):
    client.put_object(Bucket=bucket, Key=key, Body=text.encode())


def refusal(call, *arguments):
    try:
        call(*arguments)
    except ClientError as error:
        return error.response["Error"]["Code"]
    return "allowed"


if __name__ == "__main__":
    main(*sys.argv[1:])
