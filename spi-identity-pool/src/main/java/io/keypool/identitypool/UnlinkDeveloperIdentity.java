package io.keypool.identitypool;

import java.util.Optional;
import java.util.Set;

/**
 * @see <a
 *     href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnlinkDeveloperIdentity.html">AWS</a>
 */
final class UnlinkDeveloperIdentity {

    static final String NAME = "UnlinkDeveloperIdentity";

    private final Ports ports;
    private final DeveloperPools pools;

    UnlinkDeveloperIdentity(Ports ports, Access access) {
        this.ports = ports;
        this.pools = new DeveloperPools(ports.pools(), access);
    }

    void execute(UnlinkDeveloperIdentityRequest request) {
        IdentityPool pool = pools.find(NAME, request.pool());
        DeveloperUser user = DeveloperPools.user(pool, request.provider(), request.user());
        IdentityId id = KnownIdentity.find(ports, request.identity(), pool).id();
        LoginKey login = ports.subjects().key(pool.id(), user.subject());
        LoginKey unlinked = ports.identities()
                .change(Set.of(id), changes -> Optional.of(unlink(changes, id, login)))
                .orElseThrow(CognitoFault::tooManyRequests);
        ports.events()
                .emit(IdentityEvent.of(IdentityEvent.Kind.UNLINKED, NAME, pool.id(), id, Set.of(unlinked.provider())));
    }

    private LoginKey unlink(IdentityChanges changes, IdentityId id, LoginKey login) {
        Identity identity = changes.find(id).orElseThrow(() -> CognitoFault.identityNotFound(id));
        if (!identity.logins().contains(login)) {
            boolean known = !changes.owners(identity.pool(), Set.of(login)).isEmpty();
            throw known ? CognitoFault.developerUserOfAnother() : CognitoFault.developerUserNotFound();
        }
        changes.unlink(identity, Set.of(login), ports.clock().instant());
        return login;
    }
}
