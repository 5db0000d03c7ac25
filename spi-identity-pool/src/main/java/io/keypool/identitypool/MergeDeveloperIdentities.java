package io.keypool.identitypool;

import io.keypool.aws.Secret;
import java.util.Optional;
import java.util.Set;

/**
 * @see <a
 *     href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_MergeDeveloperIdentities.html">AWS</a>
 */
final class MergeDeveloperIdentities {

    static final String NAME = "MergeDeveloperIdentities";

    private final Ports ports;
    private final DeveloperPools pools;
    private final Callers callers;

    MergeDeveloperIdentities(Ports ports, Access access) {
        this.ports = ports;
        this.pools = new DeveloperPools(ports.pools(), access);
        this.callers = new Callers(ports, NAME, TokenUse.LOOKED_AT);
    }

    IdentityId execute(MergeDeveloperIdentitiesRequest request) {
        IdentityPool pool = pools.find(NAME, request.pool());
        Users users = new Users(
                key(pool, request.provider(), request.source()), key(pool, request.provider(), request.destination()));
        for (int attempt = 0; attempt < Callers.MAX_ATTEMPTS; attempt++) {
            Identity source = owner(pool, users.source());
            Identity destination = owner(pool, users.destination());
            if (source.id().equals(destination.id()) || merge(pool, users, Linking.merge(source, destination))) {
                return destination.id();
            }
        }
        throw CognitoFault.tooManyRequests().because("lost " + Callers.MAX_ATTEMPTS + " races for the same identities");
    }

    private LoginKey key(IdentityPool pool, String provider, Secret identifier) {
        return ports.subjects()
                .key(pool.id(), DeveloperPools.user(pool, provider, identifier).subject());
    }

    private Identity owner(IdentityPool pool, LoginKey user) {
        return ports.identities().owners(pool.id(), Set.of(user)).stream()
                .findFirst()
                .orElseThrow(CognitoFault::developerUserNotFound);
    }

    private boolean merge(IdentityPool pool, Users users, LinkPlan plan) {
        Optional<LinkPlan> done = ports.identities()
                .change(
                        plan.identities(),
                        changes -> users.latest(changes, pool, plan).map(latest -> carryOut(changes, latest)));
        done.ifPresent(merged -> callers.tell(pool, merged));
        return done.isPresent();
    }

    private LinkPlan carryOut(IdentityChanges changes, LinkPlan plan) {
        Identity destination = plan.survivor().orElseThrow();
        plan.losers()
                .forEach(source ->
                        changes.merge(source, destination, NAME, ports.clock().instant()));
        return plan;
    }

    /** The two users, as their logins are stored. */
    private record Users(LoginKey source, LoginKey destination) {

        /** The plan on what is locked; nothing where the users are others' by now. */
        Optional<LinkPlan> latest(IdentityChanges changes, IdentityPool pool, LinkPlan plan) {
            Optional<Identity> from = owner(changes, pool, source);
            Optional<Identity> into = owner(changes, pool, destination);
            return from.flatMap(loser -> into.map(survivor -> Linking.merge(loser, survivor)))
                    .filter(latest -> latest.identities().equals(plan.identities()));
        }

        private static Optional<Identity> owner(IdentityChanges changes, IdentityPool pool, LoginKey user) {
            return changes.owners(pool.id(), Set.of(user)).stream().findFirst();
        }
    }
}
