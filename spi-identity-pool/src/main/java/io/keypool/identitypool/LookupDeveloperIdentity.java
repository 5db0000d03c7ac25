package io.keypool.identitypool;

import io.keypool.aws.Page;
import io.keypool.aws.PageRequest;
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
        return users(given.orElseThrow(CognitoFault::nothingToLookUp), request.page());
    }

    private DeveloperIdentity of(IdentityPool pool, Secret identifier, Optional<IdentityId> given) {
        IdentityId owner = pool.developerProvider()
                .map(provider -> new DeveloperUser(provider, identifier))
                .flatMap(user -> owner(pool, user))
                .orElseThrow(CognitoFault::developerUserNotFound);
        if (given.isPresent() && !given.get().equals(owner)) {
            throw CognitoFault.developerUserOfAnother();
        }
        return new DeveloperIdentity(owner, new Page<>(List.of(identifier), ""));
    }

    private Optional<IdentityId> owner(IdentityPool pool, DeveloperUser user) {
        LoginKey login = ports.subjects().key(pool.id(), user.subject());
        return ports.identities().owners(pool.id(), Set.of(login)).stream()
                .map(Identity::id)
                .findFirst();
    }

    private DeveloperIdentity users(IdentityId identity, PageRequest request) {
        List<VouchedLogin> found = lists.developerUsers(identity, request.after(), request.maxItems() + 1);
        Page<VouchedLogin> page = Page.begun(found, login -> login.key().subjectHash(), request.maxItems());
        return new DeveloperIdentity(
                identity,
                new Page<>(
                        page.items().stream().map(VouchedLogin::userIdentifier).toList(), page.next()));
    }
}
