package io.keypool.identitypool.keycloak.statistics;

import io.keypool.identitypool.Tally;
import io.keypool.identitypool.store.StatisticTable;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Adds to the database what was counted in memory. What cannot be written is counted again, for the next time. */
final class StatisticFlush {

    private static final Logger LOG = Logger.getLogger(StatisticFlush.class);

    private final Counters counters;
    private final KeycloakSessionFactory factory;

    StatisticFlush(Counters counters, KeycloakSessionFactory factory) {
        this.counters = counters;
        this.factory = factory;
    }

    /** @param wanted of what rows are made: nobody asks for those of a pool that is gone */
    void write(SortedMap<Tally, Long> drained, Predicate<Tally> wanted) {
        if (drained.isEmpty()) {
            return;
        }
        addToRows(drained).forEach((tally, amount) -> {
            if (wanted.test(tally)) {
                insert(tally, amount);
            }
        });
    }

    /** All in one transaction; what there is no row for yet comes back. */
    private Map<Tally, Long> addToRows(SortedMap<Tally, Long> drained) {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
                StatisticTable table = NodeStatistics.table(session);
                Map<Tally, Long> missing = new HashMap<>(drained);
                drained.forEach((tally, amount) -> {
                    if (table.add(tally, amount)) {
                        missing.remove(tally);
                    }
                });
                return missing;
            });
        } catch (RuntimeException failure) {
            LOG.warn("Statistics cannot be written; they are kept in memory.", failure);
            drained.forEach(counters::add);
            return Map.of();
        }
    }

    private void insert(Tally tally, long amount) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    factory, session -> NodeStatistics.table(session).insert(tally, amount));
        } catch (ModelDuplicateException otherNodeWasFirst) {
            counters.add(tally, amount);
        } catch (RuntimeException failure) {
            LOG.warn("A day of statistics cannot be begun; it is kept in memory.", failure);
            counters.add(tally, amount);
        }
    }
}
