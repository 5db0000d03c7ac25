package io.keypool.identitypool;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The door for who logs in to the realm itself: guests and users, whom the realm's own tokens name. */
public final class RealmPeople {

    private static final String GUEST_LOGIN = "GuestLogin";

    private final Ports ports;

    public RealmPeople(Ports ports) {
        this.ports = ports;
    }

    /**
     * Gives a guest of the realm a new identity.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException, NotAuthorizedException where the pool takes no guests,
     *     or TooManyRequestsException
     */
    public IdentityId welcome(PoolId poolId) {
        return RefusableCall.on(GUEST_LOGIN, poolId).answer(ports.events(), () -> {
            IdentityPool pool = ports.pools().find(poolId).orElseThrow(() -> CognitoFault.poolNotFound(poolId));
            IdentityId guest = Guests.welcome(ports, pool).id();
            ports.events().emit(IdentityEvent.of(IdentityEvent.Kind.IDENTIFIED, GUEST_LOGIN, poolId, guest, Set.of()));
            return guest;
        });
    }

    /** Whether the identity is still a guest's, in a pool that takes guests. */
    public boolean isGuest(IdentityId identity) {
        return ports.identities()
                .find(identity)
                .flatMap(found -> ports.pools().find(found.pool()).map(pool -> new KnownIdentity(found, pool)))
                .filter(known -> Guests.isBack(ports, known))
                .isPresent();
    }

    /**
     * Who a user of the realm is: one who is new to the pool is given an identity.
     *
     * @param brokers that the user is linked to
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException, NotAuthorizedException or ResourceConflictException
     */
    public IdentityId identify(PoolId pool, Subject user, List<Subject> brokers) {
        return told(
                IdentifyUser.NAME,
                Optional.of(pool),
                Optional.empty(),
                user,
                () -> new IdentifyUser(ports).execute(pool, user, brokers));
    }

    /**
     * Makes a guest and a user one: the guest keeps the identity where the user is new to the pool, and goes into the
     * user's where not.
     *
     * @return who both are now
     * @throws io.keypool.aws.AwsFault as {@link #identify}
     */
    public IdentityId signIn(IdentityId guest, Subject user, List<Subject> brokers) {
        return told(
                GuestSignIn.NAME,
                Optional.empty(),
                Optional.of(guest),
                user,
                () -> new GuestSignIn(ports).execute(guest, user, brokers));
    }

    private IdentityId told(
            String operation,
            Optional<PoolId> pool,
            Optional<IdentityId> identity,
            Subject user,
            Supplier<IdentityId> action) {
        return new RefusableCall(operation, pool, identity, Set.of(user.provider())).answer(ports.events(), action);
    }
}
