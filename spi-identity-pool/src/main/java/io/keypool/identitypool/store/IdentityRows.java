package io.keypool.identitypool.store;

import io.keypool.identitypool.Identity;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityState;
import io.keypool.identitypool.ListedIdentity;
import io.keypool.identitypool.LoginKey;
import io.keypool.identitypool.MergeId;
import io.keypool.identitypool.MergeRecord;
import io.keypool.identitypool.PoolId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes records of rows that were joined with the logins: as many rows as logins, or one without. */
final class IdentityRows {

    private IdentityRows() {}

    /** Columns: id, pool, created, state, merged into, seen, provider, subject hash. */
    static List<Identity> identities(List<Object[]> rows, String region) {
        return groups(rows).stream().map(group -> identity(group, region)).toList();
    }

    private static Identity identity(List<Object[]> group, String region) {
        Object[] row = group.get(0);
        Instant created = Instant.ofEpochMilli((Long) row[2]);
        return new Identity(
                new IdentityId((String) row[0]),
                PoolId.of(region, (String) row[1]),
                created,
                (IdentityState) row[3],
                Optional.ofNullable((String) row[4]).map(IdentityId::new),
                logins(group),
                Optional.ofNullable((Long) row[5]).map(Instant::ofEpochMilli).orElse(created));
    }

    /** Columns: id, pool, created, state, merged into, seen, modified, provider, subject hash. */
    static List<ListedIdentity> listed(List<Object[]> rows, String region) {
        return groups(rows).stream()
                .map(group -> new ListedIdentity(identity(group, region), Instant.ofEpochMilli((Long) group.get(0)[6])))
                .toList();
    }

    /** Columns: id, loser, survivor, merged, cause, what the loser was, undone, provider, subject hash. */
    static List<MergeRecord> merges(List<Object[]> rows) {
        return groups(rows).stream().map(IdentityRows::merge).toList();
    }

    private static MergeRecord merge(List<Object[]> group) {
        Object[] row = group.get(0);
        return new MergeRecord(
                new MergeId(UUID.fromString((String) row[0])),
                new IdentityId((String) row[1]),
                new IdentityId((String) row[2]),
                Instant.ofEpochMilli((Long) row[3]),
                (String) row[4],
                (IdentityState) row[5],
                logins(group),
                Optional.ofNullable((Long) row[6]).map(Instant::ofEpochMilli));
    }

    /** The rows of each id, which is the first column; in the order of the rows. */
    private static Collection<List<Object[]>> groups(List<Object[]> rows) {
        Map<Object, List<Object[]>> groups = new LinkedHashMap<>();
        rows.forEach(
                row -> groups.computeIfAbsent(row[0], id -> new ArrayList<>()).add(row));
        return groups.values();
    }

    /** The last two columns are a login, or nothing. */
    private static Set<LoginKey> logins(List<Object[]> group) {
        return group.stream()
                .filter(row -> row[row.length - 1] != null)
                .map(row -> new LoginKey((String) row[row.length - 2], (String) row[row.length - 1]))
                .collect(Collectors.toSet());
    }
}
