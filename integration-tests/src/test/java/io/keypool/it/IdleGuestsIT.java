package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.keypool.server.KeycloakHome;
import io.keypool.server.ServerProcess;
import io.keypool.server.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;

/**
 * Guests who do not come back are removed, and nobody else. The server looks for them every two seconds.
 *
 * <p>Source: docs/configuration.md, "Guests"; docs/adr/0034 and 0035.
 */
@TestInstance(PER_CLASS)
final class IdleGuestsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MANY = 10_000;
    private static final int BATCH = 500;

    private final ServerProcess server;
    private final Keypool keypool;
    private final H2Tables tables;
    private final OwnRealm realm;
    private final GuestRows rows;
    private final PoolsAdmin admin;
    private final OpenIdStub provider = new OpenIdStub();

    IdleGuestsIT(@TempDir Path directory) throws IOException, InterruptedException, SQLException {
        Path home = Path.of(System.getProperty("keypool.home"));
        Path data = directory.resolve("data");
        this.server = ServerProcess.start(ServerSettings.of(KeycloakHome.at(home), data)
                .withEnvironment(H2Tables.environment(data))
                .withOptions(
                        "-Dh2.bindAddress=127.0.0.1", Keypool.statisticsInterval(1), Keypool.guestExpiryInterval(2))
                .withLog(directory.resolve("server.log")));
        this.keypool = new Keypool(server.url());
        this.tables = H2Tables.open(home, data);
        this.realm = OwnRealm.create(keypool);
        this.rows = GuestRows.of(tables, realm);
        this.admin = new PoolsAdmin(keypool.admin(), realm.name());
        realm.addBroker("one", provider.broker());
    }

    @AfterAll
    void stop() throws SQLException, IOException {
        provider.close();
        tables.close();
        server.close();
    }

    @Test
    void tenThousandAreRemovedInBatchesWhileCallsGoOn() throws SQLException, InterruptedException {
        String pool = poolThatKeepsThemFor(0);
        rows.addIdle(pool, MANY);
        String back = rows.addGuest(pool, 200);
        rows.see(back, GuestRows.daysAgo(10));
        TreeSet<String> stay = new TreeSet<>(List.of(
                back,
                rows.addGuest(pool, 10),
                rows.add(pool, "DISABLED", 200),
                rows.add(pool, "LINKED", 200),
                realm.identity(pool, login("person"))));
        tables.watchStatements();

        assertThat(admin.found("/" + pool + "/guests/idle?days=90").get("guests"))
                .hasToString("" + MANY);
        keepFor90Days(pool);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (rows.guests(pool) > stay.size() && Instant.now().isBefore(deadline)) {
            String guest = realm.newGuest(pool);
            assertThat(realm.openIdToken(guest)).isNotEmpty();
            stay.add(guest);
        }

        assertThat(rows.ids(pool)).isEqualTo(List.copyOf(stay));
        assertThat(tables.violations()).isEmpty();
        assertThat(tables.statements().entrySet())
                .filteredOn(statement -> statement.getKey().startsWith("delete from KEYPOOL_IDENTITY"))
                .singleElement()
                .extracting(Map.Entry::getValue)
                .isEqualTo((long) MANY / BATCH);
        awaitExpired(pool, MANY);
    }

    /** Whom the job waits for, it looks at again. */
    @Test
    void whoIsLinkedOrSeenMeanwhileStays() throws SQLException, InterruptedException {
        String pool = poolThatKeepsThemFor(0);
        String linked = rows.addGuest(pool, 200);
        String seen = rows.addGuest(pool, 200);
        rows.addGuest(pool, 200);

        tables.inTransaction(() -> {
            tables.update("UPDATE KEYPOOL_IDENTITY SET STATE = 'LINKED' WHERE ID = ?", linked);
            rows.see(seen, Instant.now());
            keepFor90Days(pool);
            rows.awaitWhoWaits();
        });

        rows.awaitGuests(pool, 1);
        assertThat(rows.ids(pool)).containsExactlyInAnyOrder(linked, seen);
    }

    /** Each who signs in is told so, and stays; or is told that there is no such identity. */
    @Test
    void whoSignsInMeanwhileStaysOrIsToldToBeGone() throws SQLException, InterruptedException {
        String pool = poolThatKeepsThemFor(0);
        List<String> guests = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            guests.add(rows.addGuest(pool, 200));
        }
        rows.addIdle(pool, MANY);

        keepFor90Days(pool);
        List<String> kept = new ArrayList<>();
        for (String guest : guests) {
            if (signsIn(guest)) {
                kept.add(guest);
            }
            Thread.sleep(300);
        }

        rows.awaitGuests(pool, 0);
        assertThat(rows.ids(pool)).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(tables.violations()).isEmpty();
    }

    @Test
    void thatAGuestCameBackIsWrittenOnceADay() throws SQLException, InterruptedException {
        String pool = poolThatKeepsThemFor(90);
        String back = rows.addGuest(pool, 30);
        String today = realm.newGuest(pool);
        long before = System.currentTimeMillis();

        realm.openIdToken(today);
        realm.openIdToken(back);

        Instant deadline = Instant.now().plus(PATIENCE);
        while (rows.seen(back) == null && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
        }
        String seen = rows.seen(back);
        assertThat(Long.parseLong(seen)).isBetween(before, System.currentTimeMillis());
        realm.openIdToken(back);
        Thread.sleep(2_000);
        assertThat(rows.seen(back)).isEqualTo(seen);
        assertThat(rows.seen(today)).isNull();
    }

    @Test
    void whoCameBackTooLateIsUnknownBeforeTheRowIsGone() throws SQLException {
        String pool = poolThatKeepsThemFor(90);
        String late = rows.addGuest(pool, 200);
        rows.see(late, GuestRows.daysAgo(91).minusSeconds(60));

        CognitoRefusal.assertRefused(
                () -> realm.openIdToken(late), "ResourceNotFoundException", "Identity '" + late + "' not found.");
        assertThat(rows.ids(pool)).containsExactly(late);
    }

    @Test
    void whoIsAGuestAgainIsNotIdle() throws SQLException {
        String pool = poolThatKeepsThemFor(90);
        String guest = rows.addGuest(pool, 91);
        String identities = "/identities/" + guest;

        assertThat(admin.post(identities + "/disable", Map.of()).statusCode()).isEqualTo(204);
        tables.update("UPDATE KEYPOOL_IDENTITY SET CREATED_AT = 0 WHERE ID = ?", guest);
        assertThat(admin.post(identities + "/enable", Map.of()).statusCode()).isEqualTo(204);

        assertThat(realm.openIdToken(guest)).isNotEmpty();
    }

    /** Source: docs/guests.md (guests in the realm's own tokens). */
    @Test
    void aGuestOfTheRealmIsSeenWithEachTokenAndRemovedWithTheUser() throws SQLException, InterruptedException {
        try (GuestRealm guests = GuestRealm.create(keypool)) {
            RealmTokens tokens = guests.tokens(Map.of("grant_type", GuestGrantIT.TYPE));
            Map<String, String> refresh = Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken());
            String guest = "us-east-1:" + tokens.subject();

            rows.see(guest, GuestRows.daysAgo(30));
            String before = rows.seen(guest);
            guests.tokens(refresh);
            Instant deadline = Instant.now().plus(PATIENCE);
            while (rows.seen(guest).equals(before) && Instant.now().isBefore(deadline)) {
                Thread.sleep(100);
            }
            assertThat(rows.seen(guest)).isNotEqualTo(before);

            rows.see(guest, Instant.EPOCH);
            rows.awaitGuests(guests.poolId(), 0);
            assertThat(guests.refusedToken(refresh)).isEqualTo("invalid_grant");
            assertThat(tables.column("SELECT ID FROM USER_ENTITY WHERE ID = ?", tokens.subject()))
                    .isEmpty();
        }
    }

    @Test
    void theyAreFoundByAnIndex() throws SQLException, InterruptedException {
        String pool = poolThatKeepsThemFor(0);
        rows.addIdle(pool, MANY);
        tables.watchStatements();
        keepFor90Days(pool);
        rows.awaitGuests(pool, 0);

        List<String> finding = tables.statements().keySet().stream()
                .filter(statement -> statement.contains("KEYPOOL_IDENTITY") && statement.contains(" order by "))
                .filter(statement -> statement.contains("CREATED_AT<?") || statement.contains("SEEN_AT<?"))
                .toList();

        assertThat(finding).hasSize(2);
        for (String statement : finding) {
            List<Object> values = List.of(rows.realmId(), OwnRealm.componentOf(pool), "GUEST", 1L, BATCH);
            assertThat(tables.plan(statement, values)).contains("IDX_KEYPOOL_IDENTITY_SEEN");
        }
    }

    private boolean signsIn(String guest) {
        try {
            return realm.cognito()
                    .getOpenIdToken(request -> request.identityId(guest).logins(login("subject-" + guest)))
                    .identityId()
                    .equals(guest);
        } catch (ResourceNotFoundException gone) {
            return false;
        }
    }

    private Map<String, String> login(String subject) {
        return provider.logins(provider.idToken(subject));
    }

    private String poolThatKeepsThemFor(int days) {
        Map<String, String> config = new HashMap<>(OwnRealm.ES256);
        config.put("guestIdleDays", "" + days);
        config.put("openIdConnectProviderArns", provider.arn());
        return realm.addPool(config);
    }

    private void keepFor90Days(String pool) {
        realm.configure(OwnRealm.componentOf(pool), Map.of("guestIdleDays", "90"));
    }

    private void awaitExpired(String pool, int guests) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (expired(pool) != guests && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
        }
        assertThat(expired(pool)).isEqualTo(guests);
    }

    private int expired(String pool) {
        return StreamSupport.stream(
                        admin.found("/" + pool + "/statistics").get("days").spliterator(), false)
                .mapToInt(day -> day.get("expired").intValue())
                .sum();
    }
}
