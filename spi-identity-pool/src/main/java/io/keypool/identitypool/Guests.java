package io.keypool.identitypool;

import java.time.Instant;
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
        Identity identity = known.identity();
        admit(known.pool());
        if (identity.state() != IdentityState.GUEST) {
            throw CognitoFault.identityForbidden(identity.id())
                    .because("it is " + identity.state() + ", and no login was presented");
        }
        if (!isBack(ports, known)) {
            throw CognitoFault.identityNotFound(identity.id()).because("it is a guest's who did not come back in time");
        }
        return new Resolved(identity.id(), AMR, List.of());
    }

    /** Whether the identity is still a guest's whom the pool takes; then it is remembered that the guest came back. */
    static boolean isBack(Ports ports, KnownIdentity known) {
        Identity identity = known.identity();
        IdentityPool pool = known.pool();
        Instant now = ports.clock().instant();
        if (!pool.guests()
                || identity.state() != IdentityState.GUEST
                || pool.guestRules().idle().isOver(identity.seen(), now)) {
            return false;
        }
        if (IdleTime.isToldAgain(identity.seen(), now)) {
            ports.sightings().seen(identity.id());
        }
        return true;
    }
}
