package io.keypool.identitypool.store;

import io.keypool.identitypool.Identity;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityState;
import io.keypool.identitypool.LoginKey;
import io.keypool.identitypool.MergeId;
import io.keypool.identitypool.MergeRecord;
import io.keypool.identitypool.PoolId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes records of rows that were joined with the logins: as many rows as logins, or one without. */
final class IdentityRows {

    private IdentityRows() {}

    /** Columns: id, pool, created, state, merged into, provider, subject hash. */
    static List<Identity> identities(List<Object[]> rows, String region) {
        return grouped(rows).entrySet().stream()
                .map(entry -> identity(entry.getKey(), entry.getValue(), region))
                .toList();
    }

    private static Identity identity(Object[] row, Set<LoginKey> logins, String region) {
        return new Identity(
                new IdentityId((String) row[0]),
                PoolId.of(region, (String) row[1]),
                Instant.ofEpochMilli((Long) row[2]),
                (IdentityState) row[3],
                Optional.ofNullable((String) row[4]).map(IdentityId::new),
                logins);
    }

    /** Columns: id, loser, survivor, merged, cause, what the loser was, undone, provider, subject hash. */
    static List<MergeRecord> merges(List<Object[]> rows) {
        return grouped(rows).entrySet().stream()
                .map(entry -> merge(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static MergeRecord merge(Object[] row, Set<LoginKey> moved) {
        return new MergeRecord(
                new MergeId(UUID.fromString((String) row[0])),
                new IdentityId((String) row[1]),
                new IdentityId((String) row[2]),
                Instant.ofEpochMilli((Long) row[3]),
                (String) row[4],
                (IdentityState) row[5],
                moved,
                Optional.ofNullable((Long) row[6]).map(Instant::ofEpochMilli));
    }

    /** The first row of each id, and the logins in the last two columns of all its rows; in the order of the rows. */
    private static Map<Object[], Set<LoginKey>> grouped(List<Object[]> rows) {
        Map<Object, Object[]> first = new LinkedHashMap<>();
        Map<Object[], Set<LoginKey>> groups = new LinkedHashMap<>();
        for (Object[] row : rows) {
            Object[] of = first.computeIfAbsent(row[0], id -> row);
            Set<LoginKey> logins = groups.computeIfAbsent(of, group -> new HashSet<>());
            if (row[row.length - 1] != null) {
                logins.add(new LoginKey((String) row[row.length - 2], (String) row[row.length - 1]));
            }
        }
        return groups;
    }
}
