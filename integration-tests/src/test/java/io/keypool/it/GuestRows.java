package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Identities of a realm as they are in the tables, of any age; what a test that lasts a minute cannot get otherwise.
 */
record GuestRows(H2Tables tables, String realmId) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static GuestRows of(H2Tables tables, OwnRealm realm) throws SQLException {
        return new GuestRows(
                tables,
                tables.column("SELECT ID FROM REALM WHERE NAME = ?", realm.name())
                        .get(0));
    }

    /** Guests of the first moments of Unix time. Half of them came back once, soon. */
    void addIdle(String pool, int guests) throws SQLException {
        tables.update(
                "INSERT INTO KEYPOOL_IDENTITY (ID, REALM_ID, POOL_ID, CREATED_AT, MODIFIED_AT, STATE, SEEN_AT)"
                        + " SELECT 'us-east-1:' || RANDOM_UUID(), CAST(? AS VARCHAR), CAST(? AS VARCHAR), 1, 1, 'GUEST',"
                        + " CASE WHEN MOD(X, 2) = 0 THEN X END FROM SYSTEM_RANGE(1, ?)",
                realmId,
                OwnRealm.componentOf(pool),
                guests);
    }

    /** A guest who was created so many days ago, and has not come back. */
    String addGuest(String pool, int created) throws SQLException {
        return add(pool, "GUEST", created);
    }

    String add(String pool, String state, int created) throws SQLException {
        String id = "us-east-1:" + UUID.randomUUID();
        tables.update(
                "INSERT INTO KEYPOOL_IDENTITY (ID, REALM_ID, POOL_ID, CREATED_AT, MODIFIED_AT, STATE)"
                        + " VALUES (?, ?, ?, ?, 1, ?)",
                id,
                realmId,
                OwnRealm.componentOf(pool),
                daysAgo(created).toEpochMilli(),
                state);
        return id;
    }

    void see(String identity, Instant seen) throws SQLException {
        tables.update("UPDATE KEYPOOL_IDENTITY SET SEEN_AT = ? WHERE ID = ?", seen.toEpochMilli(), identity);
    }

    /** When it was last seen, in milliseconds; nothing for never. */
    String seen(String identity) throws SQLException {
        return tables.column("SELECT SEEN_AT FROM KEYPOOL_IDENTITY WHERE ID = ?", identity)
                .get(0);
    }

    static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    List<String> ids(String pool) throws SQLException {
        return tables.column(
                "SELECT ID FROM KEYPOOL_IDENTITY WHERE POOL_ID = ? ORDER BY ID", OwnRealm.componentOf(pool));
    }

    long guests(String pool) throws SQLException {
        return Long.parseLong(tables.column(
                        "SELECT COUNT(*) FROM KEYPOOL_IDENTITY WHERE POOL_ID = ? AND STATE = 'GUEST'",
                        OwnRealm.componentOf(pool))
                .get(0));
    }

    /** Waits until there are so many guests. */
    void awaitGuests(String pool, long number) throws SQLException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (guests(pool) != number && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
        }
        assertThat(guests(pool)).isEqualTo(number);
    }

    /** Waits until somebody waits for what another transaction holds. */
    void awaitWhoWaits() throws SQLException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        String query = "SELECT SESSION_ID FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL";
        while (tables.column(query).isEmpty() && Instant.now().isBefore(deadline)) {
            Thread.sleep(10);
        }
        assertThat(tables.column(query)).isNotEmpty();
    }
}
