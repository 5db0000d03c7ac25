package io.keypool.identitypool;

import io.keypool.aws.Page;
import io.keypool.aws.PageRequest;

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
        PageRequest request = call.page();
        IdentityLists.Range range =
                new IdentityLists.Range(request.after(), request.maxItems() + 1, call.hideDisabled());
        Page<ListedIdentity> page = Page.begun(
                lists.page(pool.id(), range), listed -> listed.identity().id().value(), request.maxItems());
        ProviderNames names = new ProviderNames(pool, ports.verifier());
        return new IdentityListing(
                pool.id(),
                new Page<>(
                        page.items().stream()
                                .map(listed -> DescribeIdentity.description(listed, names))
                                .toList(),
                        page.next()));
    }
}
