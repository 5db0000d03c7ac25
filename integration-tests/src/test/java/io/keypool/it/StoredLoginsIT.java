package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.keypool.server.KeycloakHome;
import io.keypool.server.ServerProcess;
import io.keypool.server.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the tables tell of people: nothing, and nothing at all when their realm is gone. Source: docs/security.md. */
@NeedsAssembly
@TestInstance(PER_CLASS)
final class StoredLoginsIT {

    private final ServerProcess server;
    private final Keypool keypool;
    private final H2Tables tables;

    StoredLoginsIT(@TempDir Path directory) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("keypool.home"));
        Path data = directory.resolve("data");
        this.server = ServerProcess.start(ServerSettings.of(KeycloakHome.at(home), data)
                .withEnvironment(H2Tables.environment(data))
                .withOptions("-Dh2.bindAddress=127.0.0.1", Keypool.statisticsInterval(1))
                .withLog(directory.resolve("server.log")));
        this.keypool = new Keypool(server.url());
        this.tables = H2Tables.open(home, data);
    }

    @AfterAll
    void stop() throws SQLException, IOException {
        tables.close();
        server.close();
    }

    @Test
    void ourTablesNameNobody() throws SQLException {
        RealmTokens bob = PasswordLogin.of(keypool, "social", "bob");
        RealmTokens alice = PasswordLogin.of(keypool, "demo", "alice");
        String dump;
        try (DemoPool pool = DemoPool.create(keypool)) {
            pool.identity(bob.logins());
            pool.identity(alice.logins());
            Map<String, String> both = new HashMap<>(bob.logins());
            both.putAll(alice.logins());
            pool.identity(both);
            dump = tables.dump("KEYPOOL_");
        }

        assertThat(dump).as("a login and a merge are there").contains(bob.provider(), "LINKED", "MERGED");
        assertThat(dump).doesNotContain(bob.subject(), alice.subject(), bob.idToken(), "example.com");
        assertThat(dump.split("[\\t\\n]"))
                .as("values that are no hashes, which may spell anything")
                .filteredOn(value -> !value.matches("[\\w-]{43}"))
                .noneMatch(value -> value.contains("bob") || value.contains("alice"));
    }

    @Test
    void aRealmLeavesNothingBehind() throws SQLException {
        Map<String, Long> before = tables.rows();
        try (OwnRealm realm = OwnRealm.create(keypool);
                OpenIdStub one = new OpenIdStub();
                OpenIdStub other = new OpenIdStub()) {
            realm.addBroker("one", one.broker());
            realm.addBroker("other", other.broker());
            String pool = realm.addPool(List.of(one.arn(), other.arn()));
            realm.newGuest(pool);
            realm.identity(pool, one.logins(one.idToken("s-1")));
            realm.identity(pool, other.logins(other.idToken("s-2")));
            Map<String, String> both = new HashMap<>(one.logins(one.idToken("s-1")));
            both.putAll(other.logins(other.idToken("s-2")));
            realm.identity(pool, both);
            assertThat(tables.rows().get("KEYPOOL_MERGED_LOGIN")).isGreaterThan(before.get("KEYPOOL_MERGED_LOGIN"));
        }

        Map<String, Long> after = tables.rows();

        for (String table : List.of("IDENTITY", "LOGIN", "MERGE", "MERGED_LOGIN", "STATISTIC")) {
            assertThat(after.get("KEYPOOL_" + table)).as(table).isEqualTo(before.get("KEYPOOL_" + table));
        }
    }

    /** While the pool is still there, which would take them along. */
    @Test
    void aPersonWhoIsDeletedLeavesNothingBehind() throws SQLException {
        PoolsAdmin admin = new PoolsAdmin(keypool.admin(), "demo");
        RealmTokens alice = PasswordLogin.of(keypool, "demo", "alice");
        RealmTokens bob = PasswordLogin.of(keypool, "social", "bob");
        try (DemoPool pool = DemoPool.create(keypool)) {
            String guest = pool.guest();
            String older = pool.identity(alice.logins());
            String younger = pool.identity(bob.logins());
            pool.identity(guest, alice.logins());
            Map<String, String> both = new HashMap<>(bob.logins());
            both.putAll(alice.logins());
            pool.identity(both);
            List<String> ids = new ArrayList<>(List.of(guest, older, younger));
            ids.addAll(admin.found("/identities/" + older + "/merges").findValuesAsText("id"));
            assertThat(people()).contains(ids);

            admin.done("/persons/delete", Map.of("userId", alice.subject()));

            assertThat(people()).doesNotContain(ids);
        }
    }

    /** All tables but that of revocations, which name identities for some hours. */
    private String people() throws SQLException {
        return tables.dump("KEYPOOL_IDENTITY") + tables.dump("KEYPOOL_LOGIN") + tables.dump("KEYPOOL_MERGE");
    }

    /**
     * What was counted of a pool is gone with it, and does not come back: by what was counted last, nor by refusals.
     */
    @Test
    void aPoolTakesItsStatisticsWithIt() throws SQLException, InterruptedException {
        String day = LocalDate.now(ZoneOffset.UTC).toString();
        String id;
        try (DemoPool pool = DemoPool.create(keypool)) {
            id = pool.id().substring(pool.id().indexOf(':') + 1);
            pool.guest();
            while (!tables.dump("KEYPOOL_STATISTIC").contains(id + " " + day + " GUESTS")) {
                Thread.sleep(50);
            }
            pool.guest();
        }
        assertThat(keypool.raw()
                        .json(keypool.identityPool("demo"), "GetId", "{\"IdentityPoolId\": \"us-east-1:" + id + "\"}")
                        .statusCode())
                .isEqualTo(400);
        Thread.sleep(2_500);

        assertThat(tables.dump("KEYPOOL_STATISTIC")).doesNotContain(id);
    }
}
