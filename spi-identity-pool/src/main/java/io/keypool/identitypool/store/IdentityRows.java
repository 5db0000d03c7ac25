package io.keypool.identitypool.store;

import io.keypool.identitypool.Identity;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityState;
import io.keypool.identitypool.LoginKey;
import io.keypool.identitypool.MergeId;
import io.keypool.identitypool.MergeRecord;
import io.keypool.identitypool.PoolId;
import java.time.Instant;
import java.util.Collection;
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

    /** One joined row, and the logins of all rows of its id. */
    private record Group(Object[] row, Set<LoginKey> logins) {}

    /** Columns: id, pool, created, state, merged into, provider, subject hash. */
    static List<Identity> identities(List<Object[]> rows, String region) {
        return groups(rows).stream().map(group -> identity(group, region)).toList();
    }

    private static Identity identity(Group group, String region) {
        Object[] row = group.row();
        return new Identity(
                new IdentityId((String) row[0]),
                PoolId.of(region, (String) row[1]),
                Instant.ofEpochMilli((Long) row[2]),
                (IdentityState) row[3],
                Optional.ofNullable((String) row[4]).map(IdentityId::new),
                group.logins());
    }

    /** Columns: id, loser, survivor, merged, cause, what the loser was, undone, provider, subject hash. */
    static List<MergeRecord> merges(List<Object[]> rows) {
        return groups(rows).stream().map(IdentityRows::merge).toList();
    }

    private static MergeRecord merge(Group group) {
        Object[] row = group.row();
        return new MergeRecord(
                new MergeId(UUID.fromString((String) row[0])),
                new IdentityId((String) row[1]),
                new IdentityId((String) row[2]),
                Instant.ofEpochMilli((Long) row[3]),
                (String) row[4],
                (IdentityState) row[5],
                group.logins(),
                Optional.ofNullable((Long) row[6]).map(Instant::ofEpochMilli));
    }

    /** The id is in the first column, a login or nothing in the last two; in the order of the rows. */
    private static Collection<Group> groups(List<Object[]> rows) {
        Map<Object, Group> groups = new LinkedHashMap<>();
        for (Object[] row : rows) {
            Group group = groups.computeIfAbsent(row[0], id -> new Group(row, new HashSet<>()));
            if (row[row.length - 1] != null) {
                group.logins().add(new LoginKey((String) row[row.length - 2], (String) row[row.length - 1]));
            }
        }
        return groups.values();
    }
}
