package io.keypool.identitypool;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What is counted: one kind of things, of one pool, on one day.
 *
 * @param realmId the realm of the pool
 * @param day in UTC
 */
public record Tally(String realmId, PoolId pool, LocalDate day, TallyKind kind) implements Comparable<Tally> {

    private static final Comparator<Tally> ORDER = Comparator.comparing(
                    (Tally tally) -> tally.pool().uniquePart())
            .thenComparing(Tally::day)
            .thenComparing(Tally::kind);

    /** The one order in which rows are written, so that two writers never wait for each other. */
    @Override
    public int compareTo(Tally other) {
        return ORDER.compare(this, other);
    }
}
