package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;

/** What is counted of a pool. Source: docs/admin-rest.md, "Statistics"; docs/adr/0027. */
@ExtendWith(KeypoolExtension.class)
final class PoolStatisticsIT {

    /** Longer than the default interval, for a server that was not started for the tests. */
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private final OwnRealm realm;
    private final PoolsAdmin admin;
    private final OpenIdStub one = new OpenIdStub();
    private final OpenIdStub other = new OpenIdStub();
    private final String pool;

    PoolStatisticsIT(Keypool keypool) {
        this.realm = OwnRealm.create(keypool);
        this.admin = new PoolsAdmin(keypool.admin(), realm.name());
        realm.addBroker("one", one.broker());
        realm.addBroker("other", other.broker());
        this.pool = realm.addPool(List.of(one.arn(), other.arn()));
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        realm.close();
    }

    @Test
    void countsEachKindOnItsDay() throws InterruptedException {
        String guest = realm.newGuest(pool);
        realm.newGuest(pool);
        Map<String, String> both = new HashMap<>(one.logins(one.idToken("s-1")));
        both.putAll(other.logins(other.idToken("s-1")));
        realm.identity(pool, both);
        realm.identity(pool, one.logins(one.idToken("s-1")));
        realm.cognito().getOpenIdToken(request -> request.identityId(guest).logins(one.logins(one.idToken("s-1"))));
        assertThatThrownBy(() -> realm.identity(pool, one.logins("no-token")))
                .isInstanceOf(NotAuthorizedException.class);
        assertThatThrownBy(() -> realm.openIdToken(guest)).isInstanceOf(NotAuthorizedException.class);

        awaitToday(counted(2, 2, 2, 1, 2));

        assertThat(today(realm.addPool(OwnRealm.ES256))).isEqualTo(counted(0, 0, 0, 0, 0));
    }

    @Test
    void addsToWhatWasWrittenBefore() throws InterruptedException {
        realm.newGuest(pool);
        awaitToday(counted(1, 0, 0, 0, 0));

        realm.newGuest(pool);
        realm.newGuest(pool);

        awaitToday(counted(3, 0, 0, 0, 0));
    }

    @Test
    void ofAPoolThatThereIsNotAreNotFound() {
        String nowhere = "us-east-1:00000000-0000-4000-8000-00000000dead";

        PoolsAdmin.assertRefused(
                admin.get("/" + nowhere + "/statistics"), 404, "IdentityPool '" + nowhere + "' not found.");
    }

    @Test
    void tellsOfEveryDayOfTheRange() {
        JsonNode days = admin.found("/" + pool + "/statistics?from=2024-02-27&to=2024-03-01")
                .get("days");

        assertThat(days.findValuesAsText("day"))
                .containsExactly("2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01");
        assertThat(admin.found("/" + pool + "/statistics").get("days")).hasSize(30);
        assertThat(admin.found("/" + pool + "/statistics?from=2024-01-01&to=2024-12-31")
                        .get("days"))
                .hasSize(366);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2024-03-02&to=2024-03-01",
                "from=2023-12-31&to=2024-12-31",
                "from=yesterday",
                "to=2024-02-30",
                "to=%2B999999999-12-31&from=-999999999-01-01"
            })
    void refusesARangeThatIsNone(String range) {
        assertThat(admin.get("/" + pool + "/statistics?" + range).statusCode()).isEqualTo(400);
    }

    private void awaitToday(JsonNode expected) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!today(pool).equals(expected) && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
        }
        assertThat(today(pool)).isEqualTo(expected);
    }

    /** What was counted today, which it is in UTC. */
    private JsonNode today(String of) {
        JsonNode days = admin.found("/" + of + "/statistics").get("days");
        JsonNode last = days.get(days.size() - 1);
        assertThat(last.get("day").textValue())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        ((ObjectNode) last).remove("day");
        return last;
    }

    private static JsonNode counted(int guests, int signIns, int links, int merges, int refusals) {
        return Admin.tree(Map.of(
                "guests",
                guests,
                "signIns",
                signIns,
                "links",
                links,
                "merges",
                merges,
                "refusals",
                refusals,
                "expired",
                0));
    }
}
