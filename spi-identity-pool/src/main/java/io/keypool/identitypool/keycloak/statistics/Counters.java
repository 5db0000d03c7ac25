package io.keypool.identitypool.keycloak.statistics;

import io.keypool.identitypool.Tally;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** What this node has counted and not written yet: as many entries as pools have kinds on two days. */
final class Counters {

    private final ConcurrentMap<Tally, LongAdder> counted = new ConcurrentHashMap<>();

    void add(Tally tally, long amount) {
        LongAdder adder = counted.get(tally);
        if (adder == null) {
            adder = counted.computeIfAbsent(tally, any -> new LongAdder());
        }
        adder.add(amount);
    }

    /**
     * Takes everything out, in the order in which it is written. Whoever counts meanwhile counts for the next time; so
     * entries stay until nobody counts for their day any more.
     */
    SortedMap<Tally, Long> drain(LocalDate today) {
        SortedMap<Tally, Long> drained = new TreeMap<>();
        counted.forEach((tally, adder) -> {
            long amount = adder.sumThenReset();
            if (amount > 0) {
                drained.put(tally, amount);
            } else if (tally.day().isBefore(today.minusDays(1))) {
                counted.remove(tally);
            }
        });
        return drained;
    }
}
