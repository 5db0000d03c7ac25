package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/** Sessions that an administrator ends. Source: docs/configuration.md, "Revocation"; docs/adr/0012. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RevocationIT {

    private static final String EXPIRED = "The security token included in the request is expired";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final RawHttp http = new RawHttp();
    private final Admin admin;
    private final String role = OwnRealm.roleArn("Guest");
    private final String pool;
    private final String guest;

    RevocationIT(Keypool keypool) {
        this.keypool = keypool;
        this.admin = keypool.admin();
        this.realm = OwnRealm.create(keypool);
        this.pool = realm.addPool(Map.of("unauthenticatedRoleArn", role));
        this.guest = realm.newGuest(pool);
        realm.addRole("Guest", OwnRealm.trustOfGuests(pool));
    }

    @AfterAll
    void close() {
        realm.close();
    }

    Stream<Map<String, String>> endsWhatWasIssuedAndNotWhatComes() {
        return Stream.of(
                Map.of("role", "Guest"), Map.of("role", role), Map.of("identityPool", pool), Map.of("identity", guest));
    }

    /** The second credentials are issued as soon as the answer is there, most often in the same second. */
    @ParameterizedTest
    @MethodSource
    void endsWhatWasIssuedAndNotWhatComes(Map<String, String> revocation) {
        Credentials earlier = realm.credentials(guest);
        assertAccepted(earlier);

        revoke(revocation);
        Credentials later = realm.credentials(guest);

        assertEnded(earlier);
        assertAccepted(later);
    }

    @Test
    void endsOneSessionByItsKeyId() {
        Credentials one = realm.credentials(guest);
        Credentials other = realm.credentials(guest);

        revoke(Map.of("session", one.accessKeyId()));

        assertEnded(one);
        assertAccepted(other);
    }

    @Test
    void anIdentitysRevocationSparesTheOthers() {
        Credentials other = realm.credentials(realm.newGuest(pool));

        revoke(Map.of("identity", guest));

        assertAccepted(other);
    }

    @Test
    void aNotBeforeSparesWhatWasIssuedAfterIt() throws InterruptedException {
        Credentials earlier = realm.credentials(guest);
        Thread.sleep(2);
        long between = System.currentTimeMillis();
        Thread.sleep(2);
        Credentials later = realm.credentials(guest);

        JsonNode revocation = revoke(Map.of("role", "Guest", "notBefore", between));

        assertThat(revocation.get("notBefore").longValue()).isEqualTo(between);
        assertThat(revocation.get("expires").longValue())
                .isEqualTo(between + Duration.ofHours(12).toMillis());
        assertEnded(earlier);
        assertAccepted(later);
    }

    @Test
    void anEarlierNotBeforeTakesNothingBack() {
        Credentials credentials = realm.credentials(guest);

        revoke(Map.of("identity", guest));
        revoke(Map.of("identity", guest, "notBefore", System.currentTimeMillis() - 3_600_000));

        assertEnded(credentials);
    }

    @Test
    void anotherRealmsAdministratorEndsNothingHere() {
        Credentials credentials = realm.credentials(guest);
        try (OwnRealm other = OwnRealm.create(keypool)) {
            assertThat(post(admin, other, Map.of("session", credentials.accessKeyId()))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(post(admin, other, Map.of("identity", guest)).statusCode())
                    .isEqualTo(200);
        }
        assertAccepted(credentials);
    }

    @Test
    void listsTheLatestFirst() {
        revoke(Map.of("identity", guest));
        JsonNode last = revoke(Map.of("session", realm.credentials(guest).accessKeyId()));

        JsonNode one = Admin.parse(admin.get(path(realm) + "?max=1").body());
        assertThat(one).hasSize(1);
        assertThat(one.get(0)).isEqualTo(last);
        JsonNode all = Admin.parse(admin.get(path(realm)).body());
        assertThat(all.get(1).get("kind").textValue()).isEqualTo("IDENTITY");
        assertThat(all.get(1).get("id").textValue()).isEqualTo(guest);
    }

    @Test
    void anAdminEventTellsWhoEndedWhat() {
        realm.update("{\"adminEventsEnabled\": true, \"adminEventsDetailsEnabled\": true}");

        revoke(Map.of("identity", guest));

        JsonNode event = Admin.parse(
                        admin.get("/" + realm.name() + "/admin-events").body())
                .get(0);
        assertThat(event.get("resourceType").textValue()).isEqualTo("STS_REVOCATION");
        assertThat(event.get("operationType").textValue()).isEqualTo("CREATE");
        assertThat(event.get("representation").textValue()).contains(guest);
    }

    @Test
    void aRoleThatThereIsNotIsNotFound() {
        assertRefused(post(admin, realm, Map.of("role", "Nobody")), 404, "There is no such role.");
        assertRefused(
                post(admin, realm, Map.of("role", OwnRealm.roleArn("path/Guest"))), 404, "There is no such role.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"notBefore\": 1}",
                "{\"role\": \"Guest\", \"identity\": \"us-east-1:00000000-0000-4000-8000-000000000001\"}"
            })
    void namesExactlyOne(String body) {
        assertRefused(
                admin.post(path(realm), Admin.parse(body)),
                400,
                "Name exactly one of role, identityPool, identity and session.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"identity\": \"\"}",
                "{\"identity\": \"4711\"}",
                "{\"identityPool\": \"us-east-1:*\"}",
                "{\"session\": \"AKIAABCDEFGHIJKLMNOP\"}",
                "{\"session\": \"ASIA\"}"
            })
    void refusesAnIdThatIsNone(String body) {
        HttpResponse<String> answer = admin.post(path(realm), Admin.parse(body));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(message(answer)).startsWith("The id is none of its kind");
    }

    @Test
    void refusesATimeThatMeansNothing() {
        long now = System.currentTimeMillis();

        assertRefused(
                post(admin, realm, Map.of("identity", guest, "notBefore", now + 60_000)),
                400,
                "notBefore, in milliseconds of Unix time, is not in the future.");
        assertRefused(
                post(
                        admin,
                        realm,
                        Map.of("identity", guest, "notBefore", Instant.now().getEpochSecond())),
                400,
                "notBefore, in milliseconds of Unix time, is so long ago that all those sessions have ended.");
        assertRefused(
                post(admin, realm, Map.of("session", "ASIAABCDEFGHIJKLMNOP", "notBefore", now)),
                400,
                "A session ends now: notBefore is for roles, identity pools and identities.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"rolle\": \"Guest\"}", "[]", "{\"role\": {}}", "{\"role\": \"Guest\", \"notBefore\": \"x\"}"})
    void refusesWhatItDoesNotUnderstand(String body) {
        HttpResponse<String> answer = admin.post(path(realm), Admin.parse(body));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void itIsForAdministratorsOnly() {
        Admin views = realm.administrator("view-realm");
        Admin manages = realm.administrator("manage-realm");
        Admin nobody = realm.administrator("view-users");
        Map<String, String> body = Map.of("session", "ASIAABCDEFGHIJKLMNOP");

        assertThat(views.get(path(realm)).statusCode()).isEqualTo(200);
        assertThat(post(views, realm, body).statusCode()).isEqualTo(403);
        assertThat(post(manages, realm, body).statusCode()).isEqualTo(200);
        assertThat(nobody.get(path(realm)).statusCode()).isEqualTo(403);
        assertThat(post(nobody, realm, body).statusCode()).isEqualTo(403);
        assertThat(keypool.raw()
                        .get(keypool.url().resolve("/admin/realms" + path(realm)))
                        .statusCode())
                .isEqualTo(401);
        assertThat(post(manages, "demo", body).statusCode()).isEqualTo(403);
    }

    @Test
    void aRealmTakesItsRevocationsWithIt() {
        String name = "it-" + UUID.randomUUID().toString().substring(0, 8);
        try (OwnRealm first = OwnRealm.create(keypool, name)) {
            assertThat(post(admin, first, Map.of("identity", guest)).statusCode())
                    .isEqualTo(200);
        }
        try (OwnRealm second = OwnRealm.create(keypool, name)) {
            assertThat(Admin.parse(admin.get(path(second)).body())).isEmpty();
        }
    }

    private JsonNode revoke(Map<String, ?> body) {
        HttpResponse<String> answer = post(admin, realm, new HashMap<>(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Admin.parse(answer.body());
    }

    private static HttpResponse<String> post(Admin by, OwnRealm realm, Map<String, ?> body) {
        return post(by, realm.name(), body);
    }

    private static HttpResponse<String> post(Admin by, String realm, Map<String, ?> body) {
        return by.post("/" + realm + "/sts/revocations", body);
    }

    private static String path(OwnRealm realm) {
        return "/" + realm.name() + "/sts/revocations";
    }

    private void assertAccepted(Credentials credentials) {
        StsAnswer.success(call(credentials), "GetCallerIdentity");
    }

    private void assertEnded(Credentials credentials) {
        StsAnswer.assertRefused(call(credentials), 403, "ExpiredToken", EXPIRED);
    }

    private HttpResponse<String> call(Credentials credentials) {
        return SdkSigner.of(credentials).post(realm.sts()).send(http);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String message) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(message(answer)).isEqualTo(message);
    }

    private static String message(HttpResponse<String> answer) {
        return Admin.parse(answer.body()).path("errorMessage").textValue();
    }
}
