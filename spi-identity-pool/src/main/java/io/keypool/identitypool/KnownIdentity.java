package io.keypool.identitypool;

import java.util.Optional;
import java.util.function.Function;

/** An identity that exists, with its pool that still exists too. */
record KnownIdentity(Identity identity, IdentityPool pool) {

    /** @throws io.keypool.aws.AwsFault ResourceNotFoundException */
    static KnownIdentity find(Ports ports, IdentityId id) {
        Identity identity = ports.identities().find(id).orElseThrow(() -> CognitoFault.identityNotFound(id));
        IdentityPool pool = ports.pools()
                .find(identity.pool())
                .orElseThrow(() -> CognitoFault.identityNotFound(id).because("pool " + identity.pool() + " is gone"));
        ports.events().about(pool.id());
        return new KnownIdentity(identity, pool);
    }

    /** @throws io.keypool.aws.AwsFault ResourceNotFoundException, also for an identity of another pool */
    static Identity find(Ports ports, IdentityId id, IdentityPool pool) {
        return ports.identities()
                .find(id)
                .filter(identity -> identity.pool().equals(pool.id()))
                .orElseThrow(() -> CognitoFault.identityNotFound(id));
    }

    /**
     * The answer to the caller that names this identity, which is made before anything is written.
     *
     * @throws io.keypool.aws.AwsFault as of {@link Callers#answer}
     */
    <T> T answer(Ports ports, Callers callers, Logins logins, Function<Resolved, T> answer) {
        return logins.isEmpty()
                ? answer.apply(Guests.admit(ports, this))
                : callers.answer(pool, Optional.of(identity), logins, answer);
    }
}
