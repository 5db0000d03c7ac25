package io.keypool.sts.keycloak.refusal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The latest refusals of each realm. When it is full, the realm that has most forgets its oldest: whoever makes one
 * realm refuse a lot makes no other forget.
 */
final class RefusalMemory {

    private final int capacity;
    private final Map<String, LinkedHashMap<String, Refusal>> realms = new HashMap<>();
    private int size;

    RefusalMemory(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(String realmId, Refusal refusal) {
        if (capacity == 0) {
            return;
        }
        if (size == capacity) {
            forgetOne();
        }
        realms.computeIfAbsent(realmId, id -> new LinkedHashMap<>()).put(refusal.requestId(), refusal);
        size++;
    }

    private void forgetOne() {
        String most = Collections.max(
                        realms.entrySet(),
                        Comparator.comparingInt(realm -> realm.getValue().size()))
                .getKey();
        LinkedHashMap<String, Refusal> refusals = realms.getOrDefault(most, new LinkedHashMap<>());
        refusals.remove(refusals.keySet().iterator().next());
        size--;
        if (refusals.isEmpty()) {
            realms.remove(most);
        }
    }

    synchronized Optional<Refusal> find(String realmId, String requestId) {
        return Optional.ofNullable(realms.get(realmId)).map(refusals -> refusals.get(requestId));
    }

    /** The latest first. */
    synchronized List<Refusal> latest(String realmId, int max) {
        List<Refusal> all = new ArrayList<>(
                realms.getOrDefault(realmId, new LinkedHashMap<>()).values());
        List<Refusal> latest = new ArrayList<>(all.subList(Math.max(0, all.size() - max), all.size()));
        Collections.reverse(latest);
        return latest;
    }

    synchronized void forget(String realmId) {
        LinkedHashMap<String, Refusal> refusals = realms.remove(realmId);
        size -= refusals == null ? 0 : refusals.size();
    }
}
