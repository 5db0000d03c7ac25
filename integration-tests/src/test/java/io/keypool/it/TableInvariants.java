package io.keypool.it;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What holds in the tables between any two transactions, whatever happened to those that made them. It is plain SQL,
 * for H2 and PostgreSQL, and knows nothing of the code that writes the tables.
 *
 * <p>Source: DESIGN.md §4.
 */
final class TableInvariants {

    private static final List<Violation> VIOLATIONS = List.of(
            new Violation("a login of nobody", """
                    select l.SUBJECT_HASH from KEYPOOL_LOGIN l
                    left join KEYPOOL_IDENTITY i on i.ID = l.IDENTITY_ID where i.ID is null"""),
            new Violation("a login of a guest, or of an identity that was merged away", """
                    select l.SUBJECT_HASH from KEYPOOL_LOGIN l
                    join KEYPOOL_IDENTITY i on i.ID = l.IDENTITY_ID where i.STATE in ('GUEST', 'MERGED')"""),
            new Violation("a login in another realm than its identity", """
                    select l.SUBJECT_HASH from KEYPOOL_LOGIN l
                    join KEYPOOL_IDENTITY i on i.ID = l.IDENTITY_ID where i.REALM_ID <> l.REALM_ID"""),
            new Violation("an identity with two logins of one public provider", """
                    select l.IDENTITY_ID from KEYPOOL_LOGIN l where l.PROVIDER not like 'developer:%'
                    group by l.IDENTITY_ID, l.PROVIDER having count(*) > 1"""),
            new Violation("a user identifier of another than a developer's login, or such a login without one", """
                    select l.SUBJECT_HASH from KEYPOOL_LOGIN l
                    where l.PROVIDER like 'developer:%' and l.USER_IDENTIFIER is null
                    or l.PROVIDER not like 'developer:%' and l.USER_IDENTIFIER is not null"""),
            new Violation("an identity with more than 20 logins", """
                    select l.IDENTITY_ID from KEYPOOL_LOGIN l group by l.IDENTITY_ID having count(*) > 20"""),
            new Violation("an identity that was merged, though not into anybody, or lives on elsewhere unmerged", """
                    select i.ID from KEYPOOL_IDENTITY i
                    where i.STATE = 'MERGED' and i.MERGED_INTO is null
                    or i.STATE <> 'MERGED' and i.MERGED_INTO is not null"""),
            new Violation("an identity that was merged without exactly one record of it that stands", """
                    select i.ID from KEYPOOL_IDENTITY i where i.STATE = 'MERGED' and 1 <> (
                    select count(*) from KEYPOOL_MERGE m where m.LOSER_ID = i.ID
                    and m.SURVIVOR_ID = i.MERGED_INTO and m.UNDONE_AT is null)"""),
            new Violation("a record of a merge that stands, of an identity that is not so merged", """
                    select m.ID from KEYPOOL_MERGE m where m.UNDONE_AT is null and not exists (
                    select 1 from KEYPOOL_IDENTITY i where i.ID = m.LOSER_ID
                    and i.STATE = 'MERGED' and i.MERGED_INTO = m.SURVIVOR_ID)"""),
            new Violation("a record of a merge of two that are not in its realm, and in one pool", """
                    select m.ID from KEYPOOL_MERGE m where not exists (
                    select 1 from KEYPOOL_IDENTITY a join KEYPOOL_IDENTITY b on a.POOL_ID = b.POOL_ID
                    where a.ID = m.LOSER_ID and b.ID = m.SURVIVOR_ID
                    and a.REALM_ID = m.REALM_ID and b.REALM_ID = m.REALM_ID)"""),
            new Violation("a merge of a guest that moved logins, or of somebody else that moved none", """
                    select m.ID from KEYPOOL_MERGE m
                    left join KEYPOOL_MERGED_LOGIN l on l.MERGE_ID = m.ID
                    group by m.ID, m.LOSER_WAS
                    having m.LOSER_WAS = 'GUEST' and count(l.ID) > 0
                    or m.LOSER_WAS = 'LINKED' and count(l.ID) = 0"""),
            new Violation("a merged login without its merge", """
                    select l.ID from KEYPOOL_MERGED_LOGIN l
                    left join KEYPOOL_MERGE m on m.ID = l.MERGE_ID where m.ID is null"""));

    private final Connection connection;

    TableInvariants(Connection connection) {
        this.connection = connection;
    }

    /** What is wrong, and with which row. */
    List<String> violations() throws SQLException {
        List<String> found = new ArrayList<>();
        for (Violation violation : VIOLATIONS) {
            for (String row : rows(violation.query())) {
                found.add(violation.name() + ": " + row);
            }
        }
        MergedInto merged = MergedInto.read(connection);
        merged.identities().stream()
                .filter(identity -> merged.survivor(identity).isEmpty())
                .map(identity -> "an identity in whose place nobody lives on: " + identity)
                .forEach(found::add);
        return found;
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    /** @param query whose rows are wrong */
    private record Violation(String name, String query) {}
}
