package io.keypool.identitypool.keycloak.statistics;

import io.keypool.identitypool.IdentityEvent;
import io.keypool.identitypool.IdentityEvents;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.Pools;
import io.keypool.identitypool.TallyKind;
import java.util.Optional;

/** The events of one call, counted on their way. */
final class CountedEvents implements IdentityEvents {

    private final IdentityEvents told;
    private final Pools pools;
    private final Count count;
    private Optional<PoolId> pool = Optional.empty();

    CountedEvents(IdentityEvents told, Pools pools, Count count) {
        this.told = told;
        this.pools = pools;
        this.count = count;
    }

    @Override
    public void about(PoolId known) {
        pool = Optional.of(known);
    }

    @Override
    public void emit(IdentityEvent event) {
        IdentityEvent whole = event.orIn(pool);
        told.emit(whole);
        TallyKind.of(whole)
                .ifPresent(kind -> whole.pool()
                        .filter(named -> isThere(kind, named))
                        .ifPresent(of -> count.add(of, kind, kind.amount(whole))));
    }

    /** A refused caller may have named anything: what is counted is bounded by the pools that there are. */
    private boolean isThere(TallyKind kind, PoolId named) {
        return kind != TallyKind.REFUSALS || pools.find(named).isPresent();
    }

    /** Takes what is counted, at once. */
    interface Count {
        void add(PoolId pool, TallyKind kind, long amount);
    }
}
