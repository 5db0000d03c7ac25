package io.keypool.identitypool;

import io.keypool.aws.AwsFault;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a call is about, for the event that tells of its refusal.
 *
 * @param providers whose logins it presents, by name
 */
record RefusableCall(String operation, Optional<PoolId> pool, Optional<IdentityId> identity, Set<String> providers) {

    RefusableCall {
        providers = Set.copyOf(providers);
    }

    static RefusableCall on(String operation, PoolId pool) {
        return new RefusableCall(operation, Optional.of(pool), Optional.empty(), Set.of());
    }

    static RefusableCall on(String operation, IdentityId identity) {
        return new RefusableCall(operation, Optional.empty(), Optional.of(identity), Set.of());
    }

    /** @throws AwsFault what refuses the action, after it was told */
    <T> T answer(IdentityEvents events, Supplier<T> action) {
        try {
            return action.get();
        } catch (AwsFault refusal) {
            events.emit(refused(refusal));
            throw refusal;
        }
    }

    private IdentityEvent refused(AwsFault refusal) {
        return new IdentityEvent(
                IdentityEvent.Kind.REFUSED,
                operation,
                pool,
                identity,
                Optional.empty(),
                providers,
                Optional.of(refusal.code()),
                refusal.detail());
    }
}
