package io.keypool.identitypool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Links logins that an administrator vouches for: whose an imported identity was. It links and never merges, and takes
 * no login from anybody.
 */
final class ImportLogins {

    /** In one transaction. */
    private static final int BATCH = 200;

    private static final int MAX_ATTEMPTS = 16;

    private final Ports ports;

    ImportLogins(Ports ports) {
        this.ports = ports;
    }

    List<Imported> execute(PoolId id, List<ImportedLogin> logins) {
        IdentityPool pool = ports.pools().find(id).orElseThrow(() -> CognitoFault.poolNotFound(id));
        List<Imported> done = new ArrayList<>();
        for (int from = 0; from < logins.size(); from += BATCH) {
            done.addAll(batch(pool, logins.subList(from, Math.min(from + BATCH, logins.size()))));
        }
        return done;
    }

    private List<Imported> batch(IdentityPool pool, List<ImportedLogin> logins) {
        Set<IdentityId> identities =
                logins.stream().map(ImportedLogin::identity).collect(Collectors.toSet());
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<List<Imported>> done = ports.identities()
                    .change(
                            identities,
                            changes -> Optional.of(logins.stream()
                                    .map(login -> link(changes, pool, login))
                                    .toList()));
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw CognitoFault.tooManyRequests().because("lost " + MAX_ATTEMPTS + " races for the same logins");
    }

    private Imported link(IdentityChanges changes, IdentityPool pool, ImportedLogin login) {
        Optional<Identity> identity = changes.find(login.identity())
                .filter(found -> found.pool().equals(pool.id()))
                .filter(found -> found.state() == IdentityState.GUEST || found.state() == IdentityState.LINKED);
        if (identity.isEmpty()) {
            return Imported.refused(login.identity(), "the pool has no such identity, or it was merged or disabled");
        }
        return stored(pool, login)
                .map(known -> link(changes, identity.get(), known))
                .orElseGet(() -> Imported.refused(
                        login.identity(), "the pool has no such provider, or the realm cannot verify its logins"));
    }

    /** As it is stored; nothing where nobody could ever prove it. */
    private Optional<NewLogin> stored(IdentityPool pool, ImportedLogin login) {
        if (pool.developerProvider().filter(login.provider()::equals).isPresent()) {
            DeveloperUser user = new DeveloperUser(login.provider(), login.subject());
            return Optional.of(
                    new NewLogin(ports.subjects().key(pool.id(), user.subject()), Optional.of(user.identifier())));
        }
        return pool.provider(login.provider())
                .flatMap(ports.verifier()::key)
                .map(provider -> ports.subjects().key(pool.id(), new Subject(provider, login.subject())))
                .map(key -> new NewLogin(key, Optional.empty()));
    }

    private Imported link(IdentityChanges changes, Identity identity, NewLogin added) {
        LoginKey login = added.key();
        Collection<Identity> owners = changes.owners(identity.pool(), Set.of(login));
        if (owners.stream().anyMatch(owner -> owner.id().equals(identity.id()))) {
            return Imported.there(identity.id());
        }
        if (!owners.isEmpty()) {
            return Imported.refused(identity.id(), "another identity has the login");
        }
        boolean other =
                identity.logins().stream().anyMatch(known -> known.provider().equals(login.provider()));
        if (other && !login.isOfDeveloper()) {
            return Imported.refused(identity.id(), "it has another login of the provider");
        }
        if (identity.logins().size() >= Linking.MAX_LOGINS) {
            return Imported.refused(identity.id(), "it has as many logins as an identity may have");
        }
        changes.link(identity, List.of(added), ports.clock().instant());
        return Imported.added(identity.id());
    }
}
