package io.keypool.identitypool;

import io.keypool.aws.AwsFault;
import java.util.List;
import java.util.Optional;

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
     * @throws io.keypool.aws.AwsFault NotAuthorizedException or TooManyRequestsException
     */
    static Identity welcome(Ports ports, IdentityPool pool) {
        admit(pool);
        Optional<GuestLimit> reached = ports.guestCounts().oneMore(pool);
        if (reached.isPresent()) {
            throw CognitoFault.tooManyRequests().because("the pool has reached its limit " + reached.get());
        }
        Identity guest = Identity.guest(pool.id(), ports.clock().instant());
        ports.identities().add(guest);
        return guest;
    }

    /**
     * Lets a guest in who came back.
     *
     * @throws io.keypool.aws.AwsFault NotAuthorizedException, also for an identity that is no guest's any more, or
     *     ResourceNotFoundException for one that is about to be removed
     */
    static Resolved admit(Ports ports, KnownIdentity known) {
        Optional<AwsFault> refusal = refusal(ports, known);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        see(ports, known.identity());
        return new Resolved(known.identity().id(), AMR, List.of());
    }

    /** Whether a guest came back who may. */
    static boolean isBack(Ports ports, KnownIdentity known) {
        boolean welcome = refusal(ports, known).isEmpty();
        if (welcome) {
            see(ports, known.identity());
        }
        return welcome;
    }

    private static Optional<AwsFault> refusal(Ports ports, KnownIdentity known) {
        Identity identity = known.identity();
        if (!known.pool().guests()) {
            return Optional.of(CognitoFault.guestsNotSupported());
        }
        if (identity.state() != IdentityState.GUEST) {
            return Optional.of(CognitoFault.identityForbidden(identity.id())
                    .because("it is " + identity.state() + ", and no login was presented"));
        }
        if (known.pool()
                .guestRules()
                .idle()
                .isOver(identity.seen(), ports.clock().instant())) {
            return Optional.of(CognitoFault.identityNotFound(identity.id())
                    .because("it is a guest's who did not come back in time"));
        }
        return Optional.empty();
    }

    private static void see(Ports ports, Identity identity) {
        if (IdleTime.isToldAgain(identity.seen(), ports.clock().instant())) {
            ports.sightings().seen(identity.id());
        }
    }
}
