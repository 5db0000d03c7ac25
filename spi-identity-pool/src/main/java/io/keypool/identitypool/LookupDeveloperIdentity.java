package io.keypool.identitypool;

import io.keypool.aws.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * @see <a
 *     href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_LookupDeveloperIdentity.html">AWS</a>
 */
final class LookupDeveloperIdentity {

    static final String NAME = "LookupDeveloperIdentity";

    private final Ports ports;
    private final IdentityLists lists;
    private final DeveloperPools pools;

    LookupDeveloperIdentity(Ports ports, IdentityLists lists, Access access) {
        this.ports = ports;
        this.lists = lists;
        this.pools = new DeveloperPools(ports.pools(), access);
    }

    DeveloperIdentity execute(LookupDeveloperIdentityRequest request) {
        IdentityPool pool = pools.find(NAME, request.pool());
        Optional<IdentityId> given =
                request.identity().map(id -> KnownIdentity.find(ports, id, pool).id());
        if (request.user().isPresent()) {
            return of(pool, request.user().get(), given);
        }
        return users(pool, given.orElseThrow(CognitoFault::nothingToLookUp), request);
    }

    private DeveloperIdentity of(IdentityPool pool, Secret identifier, Optional<IdentityId> given) {
        IdentityId owner = pool.developerProvider()
                .map(provider -> new DeveloperUser(provider, identifier))
                .flatMap(user -> owner(pool, user))
                .orElseThrow(CognitoFault::developerUserNotFound);
        if (given.isPresent() && !given.get().equals(owner)) {
            throw CognitoFault.developerUserOfAnother();
        }
        return new DeveloperIdentity(owner, List.of(identifier), Optional.empty());
    }

    private Optional<IdentityId> owner(IdentityPool pool, DeveloperUser user) {
        LoginKey login = ports.subjects().key(pool.id(), user.subject());
        return ports.identities().owners(pool.id(), Set.of(login)).stream()
                .map(Identity::id)
                .findFirst();
    }

    private DeveloperIdentity users(IdentityPool pool, IdentityId identity, LookupDeveloperIdentityRequest request) {
        ListBookmarks bookmarks = new ListBookmarks(NAME, pool.id(), identity.value());
        String after = bookmarks.position(request.nextToken());
        ListPage<VouchedLogin> page =
                ListPage.of(lists.developerUsers(identity, after, request.maxResults() + 1), request.maxResults());
        return new DeveloperIdentity(
                identity,
                page.items().stream().map(VouchedLogin::userIdentifier).toList(),
                page.last().map(last -> bookmarks.token(last.key().subjectHash())));
    }
}
