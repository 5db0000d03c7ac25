package io.keypool.identitypool;

import java.util.Optional;

/** @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentity.html">AWS</a> */
final class DescribeIdentity {

    static final String NAME = "DescribeIdentity";

    private final Ports ports;
    private final IdentityLists lists;
    private final IdentityAccess access;

    DescribeIdentity(Ports ports, IdentityLists lists, Access access) {
        this.ports = ports;
        this.lists = lists;
        this.access = new IdentityAccess(access);
    }

    IdentityDescription execute(IdentityId id) {
        Optional<ListedIdentity> found = lists.find(id);
        access.require(NAME, found.map(ListedIdentity::identity));
        ListedIdentity listed = found.orElseThrow(() -> CognitoFault.identityNotFound(id));
        IdentityPool pool = ports.pools()
                .find(listed.identity().pool())
                .orElseThrow(() -> CognitoFault.identityNotFound(id).because("its pool is gone"));
        return description(listed, new ProviderNames(pool, ports.verifier()));
    }

    static IdentityDescription description(ListedIdentity listed, ProviderNames names) {
        Identity identity = listed.identity();
        return new IdentityDescription(
                identity.id(), names.of(identity.logins()), identity.created(), listed.modified());
    }
}
