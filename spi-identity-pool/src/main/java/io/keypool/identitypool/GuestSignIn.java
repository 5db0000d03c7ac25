package io.keypool.identitypool;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A guest of the realm signs in: keeps the identity where the user is new to the pool, and goes into the user's where
 * not.
 */
final class GuestSignIn {

    static final String NAME = "GuestSignIn";

    private final Ports ports;

    GuestSignIn(Ports ports) {
        this.ports = ports;
    }

    IdentityId execute(IdentityId guest, Subject user, List<Subject> brokers) {
        KnownIdentity known = KnownIdentity.find(ports, guest);
        PoolId pool = known.pool().id();
        Proof proof = Proof.ofUser(pool, user, brokers, ports.subjects());
        IdentityId identity = new Callers(ports, NAME, TokenUse.LOOKED_AT)
                .settle(known.pool(), Optional.of(known.identity()), proof, survivor -> survivor);
        Set<String> providers = Set.of(user.provider());
        ports.events()
                .emit(IdentityEvent.of(IdentityEvent.Kind.SIGNED_IN, NAME, pool, identity, providers)
                        .with(guest));
        return identity;
    }
}
