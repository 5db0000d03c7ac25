package io.keypool.identitypool;

import java.util.List;
import java.util.Optional;

/** @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentities.html">AWS</a> */
final class ListIdentities {

    static final String NAME = "ListIdentities";

    private final Ports ports;
    private final IdentityLists lists;
    private final Access access;

    ListIdentities(Ports ports, IdentityLists lists, Access access) {
        this.ports = ports;
        this.lists = lists;
        this.access = access;
    }

    IdentityListing execute(ListIdentitiesRequest call) {
        access.require(NAME, call.pool());
        IdentityPool pool = ports.pools().find(call.pool()).orElseThrow(() -> CognitoFault.poolNotFound(call.pool()));
        List<ListedIdentity> found = lists.page(
                pool.id(), new IdentityLists.Range(call.after(), call.maxResults() + 1, call.hideDisabled()));
        ProviderNames names = new ProviderNames(pool, ports.verifier());
        List<IdentityDescription> page = found.stream()
                .limit(call.maxResults())
                .map(listed -> DescribeIdentity.description(listed, names))
                .toList();
        return new IdentityListing(
                pool.id(),
                page,
                found.size() > page.size() ? Optional.of(position(page.get(page.size() - 1))) : Optional.empty());
    }

    private static IdentityPosition position(IdentityDescription identity) {
        return new IdentityPosition(identity.created(), identity.id());
    }
}
