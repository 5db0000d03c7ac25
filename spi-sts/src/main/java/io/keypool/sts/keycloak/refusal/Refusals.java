package io.keypool.sts.keycloak.refusal;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** The refused calls that this node remembers, each realm's for its own administrators. */
public final class Refusals {

    private final RefusalMemory memory;
    private final InstantSource clock;

    /** @param capacity how many are remembered of all realms together; none at 0 */
    public Refusals(int capacity, InstantSource clock) {
        this.memory = new RefusalMemory(capacity);
        this.clock = clock;
    }

    public void add(RealmModel realm, RefusedCall call) {
        memory.add(realm.getId(), Refusal.of(call, clock.instant()));
    }

    public Optional<Refusal> find(RealmModel realm, String requestId) {
        return memory.find(realm.getId(), requestId);
    }

    /** The latest first. */
    public List<Refusal> latest(RealmModel realm, int max) {
        return memory.latest(realm.getId(), max);
    }

    public void forget(RealmModel realm) {
        memory.forget(realm.getId());
    }
}
