package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.TooManyRequestsException;

/**
 * A pool takes so many guests and no more. Source: reference/aws-contract.md §1.3 (TooManyRequestsException of GetId);
 * docs/configuration.md, "Guests".
 */
@ExtendWith(KeypoolExtension.class)
final class GuestLimitsIT {

    /** Longer than the default interval of statistics, for a server that was not started for the tests. */
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private final Keypool keypool;
    private final OwnRealm realm;
    private final CognitoIdentityClient once;
    private final OpenIdStub provider = new OpenIdStub();

    GuestLimitsIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        this.once = keypool.cognitoWithoutRetries(realm.name());
        realm.addBroker("one", provider.broker());
    }

    @AfterEach
    void close() {
        provider.close();
        once.close();
        realm.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"guestsPerAddressAndHour", "guestsPerMinute", "guestsPerDay", "maxGuests"})
    void refusesWhoComesBeyondTheLimit(String limit) {
        String pool = pool(Map.of(limit, "3"));

        List<String> outcomes =
                IntStream.range(0, 8).mapToObj(i -> outcome(pool)).toList();

        // A new minute, hour or day may begin once in between.
        assertThat(outcomes.subList(0, 3)).containsOnly("taken");
        assertThat(outcomes).contains("Rate exceeded");
        assertThat(outcomes).filteredOn("taken"::equals).hasSizeLessThanOrEqualTo(6);
        assertThat(existing(pool))
                .as("identities of guests")
                .isEqualTo(outcomes.stream().filter("taken"::equals).count());
    }

    @Test
    void ofGuestsAtOnceNoneIsTakenTooMany() {
        String pool = pool(Map.of("maxGuests", "5"));

        List<String> outcomes = Parallel.calls(20, (Callable<String>) () -> outcome(pool));

        assertThat(outcomes).filteredOn("taken"::equals).hasSize(5);
        assertThat(existing(pool)).isEqualTo(5);
    }

    @Test
    void whoProvesSomethingIsNoGuest() {
        String pool = pool(Map.of("maxGuests", "1"));
        realm.newGuest(pool);

        assertThat(realm.identity(pool, provider.logins(provider.idToken("s-1"))))
                .isNotEmpty();
        assertThat(outcome(pool)).isEqualTo("Rate exceeded");
    }

    /** Source: docs/guests.md (errors of the guest grant). */
    @Test
    void guestsOfTheRealmAreLimitedAsWell() {
        try (GuestRealm guests = GuestRealm.create(keypool)) {
            guests.configurePool(Map.of("maxGuests", "1"));
            guests.tokens(Map.of("grant_type", GuestGrantIT.TYPE));

            assertThat(guests.refusedToken(Map.of("grant_type", GuestGrantIT.TYPE)))
                    .isEqualTo("temporarily_unavailable");
            assertThat(guests.guests()).isEqualTo(1);
        }
    }

    @Test
    void guestsOfOtherPoolsDoNotCount() {
        String full = pool(Map.of("guestsPerAddressAndHour", "1"));
        realm.newGuest(full);

        assertThat(outcome(pool(Map.of("guestsPerAddressAndHour", "1")))).isEqualTo("taken");
    }

    @Test
    void aGuestWhoSignsInMakesRoom() throws InterruptedException {
        String pool = pool(Map.of("maxGuests", "1"));
        String guest = realm.newGuest(pool);
        assertThat(outcome(pool)).isEqualTo("Rate exceeded");

        realm.cognito()
                .getOpenIdToken(request -> request.identityId(guest).logins(provider.logins(provider.idToken("s-1"))));

        Instant deadline = Instant.now().plus(PATIENCE);
        String outcome = outcome(pool);
        while (!outcome.equals("taken") && Instant.now().isBefore(deadline)) {
            Thread.sleep(200);
            outcome = outcome(pool);
        }
        assertThat(outcome).isEqualTo("taken");
    }

    @Test
    void whatIsSetOutlivesCallsOfCognitosApi() {
        String pool = pool(limits());
        try (CognitoIdentityClient manager =
                PoolTenant.in(keypool, realm, "manager").cognito()) {
            manager.updateIdentityPool(request ->
                    request.identityPoolId(pool).identityPoolName("other").allowUnauthenticatedIdentities(true));
            manager.setIdentityPoolRoles(request ->
                    request.identityPoolId(pool).roles(Map.of("unauthenticated", OwnRealm.roleArn("Guest"))));
        }

        assertThat(realm.component(OwnRealm.componentOf(pool)).get("config").properties())
                .filteredOn(entry -> limits().containsKey(entry.getKey()))
                .extracting(
                        entry -> entry.getKey() + "=" + entry.getValue().get(0).textValue())
                .containsExactlyInAnyOrderElementsOf(
                        limits().entrySet().stream().map(Object::toString).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "guestsPerAddressAndHour, -1, 2147483647",
        "guestsPerMinute, many, 2147483647",
        "guestsPerDay, 1.5, 2147483647",
        "maxGuests, 2147483648, 2147483647",
        "guestIdleDays, 3651, 3650"
    })
    void refusesAPoolWithALimitThatIsNone(String limit, String value, String most) {
        HttpResponse<String> refused = realm.tryToAddPool(Map.of(limit, value));

        PoolsAdmin.assertRefused(refused, 400, limit + " is a whole number from 0 to " + most);
    }

    private static Map<String, String> limits() {
        return Map.of(
                "guestsPerAddressAndHour", "1",
                "guestsPerMinute", "2",
                "guestsPerDay", "3",
                "maxGuests", "4",
                "guestIdleDays", "5");
    }

    /** Which logs people of the provider in, too. */
    private String pool(Map<String, String> limits) {
        Map<String, String> config = new HashMap<>(limits);
        config.putAll(OwnRealm.ES256);
        config.put("openIdConnectProviderArns", provider.arn());
        return realm.addPool(config);
    }

    private String outcome(String pool) {
        TooManyRequestsException refusal = catchThrowableOfType(
                TooManyRequestsException.class, () -> once.getId(request -> request.identityPoolId(pool)));
        return refusal == null ? "taken" : refusal.awsErrorDetails().errorMessage();
    }

    private long existing(String pool) {
        return new PoolsAdmin(keypool.admin(), realm.name())
                .found("/" + pool + "/guests")
                .get("existing")
                .longValue();
    }
}
