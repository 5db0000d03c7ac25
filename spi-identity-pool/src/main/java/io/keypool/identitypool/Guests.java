package io.keypool.identitypool;

import java.util.List;

/** Who may be a guest in a pool: those who present nothing, where the pool takes guests. */
final class Guests {

    /** The amr of a guest, and nothing else. */
    static final List<String> AMR = List.of("unauthenticated");

    private Guests() {}

    /** @throws io.keypool.aws.AwsFault NotAuthorizedException */
    static void admit(IdentityPool pool) {
        if (!pool.guests()) {
            throw CognitoFault.guestsNotSupported();
        }
    }

    /**
     * Gives a new identity to somebody who proves nothing.
     *
     * @throws io.keypool.aws.AwsFault NotAuthorizedException
     */
    static Identity welcome(Ports ports, IdentityPool pool) {
        admit(pool);
        Identity guest = Identity.guest(pool.id(), ports.clock().instant());
        ports.identities().add(guest);
        return guest;
    }

    /** @throws io.keypool.aws.AwsFault NotAuthorizedException, also for an identity that is no guest's any more */
    static Resolved admit(IdentityPool pool, Identity identity) {
        admit(pool);
        if (identity.state() != IdentityState.GUEST) {
            throw CognitoFault.identityForbidden(identity.id())
                    .because("it is " + identity.state() + ", and no login was presented");
        }
        return new Resolved(identity.id(), AMR, List.of());
    }
}
