package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What administrators see of a pool's guests. Source: docs/admin-rest.md, "Guests". */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GuestsAdminIT {

    /** Longer than the default interval of statistics, for a server that was not started for the tests. */
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private final OwnRealm realm;
    private final PoolsAdmin admin;

    GuestsAdminIT(Keypool keypool) {
        this.realm = OwnRealm.create(keypool);
        this.admin = new PoolsAdmin(keypool.admin(), realm.name());
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void tellsWhatHoldsWhereNothingIsSet() {
        assertThat(admin.found("/" + realm.addPool(OwnRealm.ES256) + "/guests").get("limits"))
                .isEqualTo(Admin.tree(Map.of(
                        "perAddressAndHour", 1_000,
                        "perMinute", 6_000,
                        "perDay", 100_000,
                        "existing", 1_000_000,
                        "idleDays", 90)));
    }

    @Test
    void tellsHowNearThePoolIsToItsLimits() throws InterruptedException {
        String pool = realm.addPool(Map.of("signatureAlgorithm", "ES256", "guestsPerDay", "7", "guestIdleDays", "0"));
        realm.newGuest(pool);
        realm.newGuest(pool);

        ObjectNode expected = Admin.tree(Map.of("identityPoolId", pool, "today", 2, "existing", 2, "idle", 0));
        expected.set(
                "limits",
                Admin.tree(Map.of(
                        "perAddressAndHour", 1_000,
                        "perMinute", 6_000,
                        "perDay", 7,
                        "existing", 1_000_000,
                        "idleDays", 0)));
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!guests(pool).equals(expected) && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
        }
        assertThat(guests(pool)).isEqualTo(expected);
    }

    /** But for the minute, which may have passed. */
    private JsonNode guests(String pool) {
        ObjectNode guests = (ObjectNode) admin.found("/" + pool + "/guests");
        assertThat(guests.remove("thisMinute").intValue()).isBetween(0, 2);
        return guests;
    }

    @Test
    void countsWhoIsIdleAndRemovesNobody() {
        String pool = realm.addPool(OwnRealm.ES256);
        realm.newGuest(pool);
        Instant before = Instant.now();

        JsonNode idle = admin.found("/" + pool + "/guests/idle?days=30");

        assertThat(idle.get("days").intValue()).isEqualTo(30);
        assertThat(idle.get("guests").longValue()).isZero();
        assertThat(Instant.ofEpochMilli(idle.get("notSeenSince").longValue()))
                .isBetween(
                        before.minus(Duration.ofDays(32)).minusSeconds(1),
                        Instant.now().minus(Duration.ofDays(32)));
        assertThat(admin.found("/" + pool + "/guests").get("existing").longValue())
                .isEqualTo(1);
    }

    @Test
    void asksForAsManyDaysAsThePoolHas() {
        String pool = realm.addPool(Map.of("signatureAlgorithm", "ES256", "guestIdleDays", "0"));

        assertThat(admin.found("/" + pool + "/guests/idle"))
                .isEqualTo(Admin.tree(Map.of("days", 0, "notSeenSince", 0, "guests", 0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3651})
    void refusesDaysThatAreNone(int days) {
        String pool = realm.addPool(OwnRealm.ES256);

        PoolsAdmin.assertRefused(
                admin.get("/" + pool + "/guests/idle?days=" + days), 400, "Guests are kept for 0 to 3650 days.");
    }

    @Test
    void removesNobodyOfAPoolThatKeepsGuestsForEver() {
        String pool = realm.addPool(Map.of("signatureAlgorithm", "ES256", "guestIdleDays", "0"));

        PoolsAdmin.assertRefused(
                admin.post("/" + pool + "/guests/idle/delete", Map.of()), 409, "The pool keeps guests for ever.");
    }

    @Test
    void ofAPoolThatThereIsNotAreNotFound() {
        String nowhere = "us-east-1:00000000-0000-4000-8000-00000000dead";

        PoolsAdmin.assertRefused(
                admin.get("/" + nowhere + "/guests"), 404, "IdentityPool '" + nowhere + "' not found.");
    }
}
