package io.keypool.identitypool;

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

    IdentityListing execute(ListIdentitiesRequest request) {
        access.require(NAME, request.pool());
        IdentityPool pool =
                ports.pools().find(request.pool()).orElseThrow(() -> CognitoFault.poolNotFound(request.pool()));
        ListBookmarks bookmarks = new ListBookmarks(NAME, pool.id(), "");
        IdentityLists.Range range = new IdentityLists.Range(
                bookmarks.position(request.nextToken()), request.maxResults() + 1, request.hideDisabled());
        ListPage<ListedIdentity> page = ListPage.of(lists.page(pool.id(), range), request.maxResults());
        ProviderNames names = new ProviderNames(pool, ports.verifier());
        return new IdentityListing(
                pool.id(),
                page.items().stream()
                        .map(listed -> DescribeIdentity.description(listed, names))
                        .toList(),
                page.last().map(last -> bookmarks.token(last.identity().id().value())));
    }
}
