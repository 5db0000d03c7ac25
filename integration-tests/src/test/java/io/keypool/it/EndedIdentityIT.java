package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;

/**
 * Credentials end with the identity that they were issued to: when it is merged away, disabled or deleted.
 *
 * <p>Source: docs/configuration.md, "Revocation"; docs/adr/0012.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EndedIdentityIT {

    /** What was issued so shortly after an identity ended is over, too. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    private final Keypool keypool;
    private final RawHttp http = new RawHttp();
    private final OwnRealm realm;
    private final OpenIdStub provider = new OpenIdStub();
    private final String pool;

    EndedIdentityIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        realm.addBroker("one", provider.broker());
        this.pool = realm.addPool(List.of(provider.arn()));
        String role = realm.addRole("Anybody", trust());
        realm.configure(
                OwnRealm.componentOf(pool), Map.of("unauthenticatedRoleArn", role, "authenticatedRoleArn", role));
    }

    private String trust() {
        return """
            {"Version": "2012-10-17", "Statement": [{
              "Effect": "Allow",
              "Principal": {"Federated": "cognito-identity.amazonaws.com"},
              "Action": "sts:AssumeRoleWithWebIdentity",
              "Condition": {"StringEquals": {"cognito-identity.amazonaws.com:aud": "%s"}}}]}
            """.formatted(pool);
    }

    @AfterAll
    void close() {
        provider.close();
        realm.close();
    }

    @Test
    void aGuestsCredentialsEndWhenTheGuestGoesIntoAnotherIdentity() {
        Map<String, String> logins = provider.logins(provider.idToken("s-1"));
        String owner = realm.identity(pool, logins);
        Credentials owners = credentials(owner, logins);
        String guest = realm.newGuest(pool);
        Credentials guests = realm.credentials(guest);

        Credentials afterwards = credentials(guest, logins);

        assertEnded(realm, guests);
        assertAccepted(realm, owners);
        assertAccepted(realm, afterwards);
    }

    @Test
    void aGuestWhoKeepsTheIdentityKeepsTheCredentials() {
        String guest = realm.newGuest(pool);
        Credentials guests = realm.credentials(guest);

        credentials(guest, provider.logins(provider.idToken("s-2")));

        assertAccepted(realm, guests);
    }

    @Test
    void aDisabledIdentityIsRefusedWithItsCredentials() throws InterruptedException {
        String guest = realm.newGuest(pool);
        Credentials credentials = realm.credentials(guest);

        assertThat(change(guest, "disable").statusCode()).isEqualTo(204);
        Instant disabled = Instant.now();

        assertEnded(realm, credentials);
        assertThatThrownBy(() -> realm.credentials(guest))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("is forbidden");
        assertThat(change(guest, "disable").statusCode()).isEqualTo(204);

        assertThat(change(guest, "enable").statusCode()).isEqualTo(204);
        assertThat(change(guest, "enable").statusCode()).isEqualTo(204);
        assertEnded(realm, credentials);
        Duration left = Duration.between(Instant.now(), disabled.plus(UNDER_WAY));
        Thread.sleep(Math.max(0, left.toMillis()) + 1);
        assertAccepted(realm, realm.credentials(guest));
        assertEnded(realm, credentials);
    }

    @Test
    void anIdentityThatIsEnabledAgainHasItsLogins() {
        Map<String, String> logins = provider.logins(provider.idToken("s-3"));
        String identity = realm.identity(pool, logins);
        change(identity, "disable");
        assertThatThrownBy(() -> realm.identity(pool, logins)).isInstanceOf(NotAuthorizedException.class);

        change(identity, "enable");

        assertThat(realm.identity(pool, logins)).isEqualTo(identity);
        assertThatThrownBy(() -> realm.credentials(identity)).isInstanceOf(NotAuthorizedException.class);
    }

    @Test
    void whatWasMergedOrNeverWasCannotBeDisabled() {
        Map<String, String> logins = provider.logins(provider.idToken("s-4"));
        realm.identity(pool, logins);
        String guest = realm.newGuest(pool);
        credentials(guest, logins);

        assertThat(change(guest, "disable").statusCode()).isEqualTo(409);
        assertThat(change("us-east-1:00000000-0000-4000-8000-00000000dead", "disable")
                        .statusCode())
                .isEqualTo(404);
        assertThat(change("4711", "enable").statusCode()).isEqualTo(400);
    }

    @Test
    void disablingTakesManageRealm() {
        String path = "/" + realm.name() + "/identity-pools/identities/" + realm.newGuest(pool) + "/disable";

        assertThat(realm.administrator("view-realm").post(path, Map.of()).statusCode())
                .isEqualTo(403);
    }

    /** The identity of a user who has no other login is deleted with the user. */
    @Test
    void aRemovedUsersCredentialsEnd() {
        try (RealmUser user = RealmUser.create(keypool, "demo");
                CognitoIdentityClient cognito = keypool.cognito()) {
            Map<String, String> logins = user.logins();
            String identity = cognito.getId(
                            request -> request.identityPoolId(Keypool.POOL_ID).logins(logins))
                    .identityId();
            Credentials credentials = cognito.getCredentialsForIdentity(
                            request -> request.identityId(identity).logins(logins))
                    .credentials();
            assertThat(call(keypool.sts("demo"), credentials).statusCode()).isEqualTo(200);

            user.delete();

            StsAnswer.refusal(call(keypool.sts("demo"), credentials), 403, "ExpiredToken");
        }
    }

    private Credentials credentials(String identity, Map<String, String> logins) {
        return realm.cognito()
                .getCredentialsForIdentity(
                        request -> request.identityId(identity).logins(logins))
                .credentials();
    }

    private HttpResponse<String> change(String identity, String what) {
        return keypool.admin()
                .post("/" + realm.name() + "/identity-pools/identities/" + identity + "/" + what, Map.of());
    }

    private void assertAccepted(OwnRealm realm, Credentials credentials) {
        StsAnswer.success(call(realm.sts(), credentials), "GetCallerIdentity");
    }

    private void assertEnded(OwnRealm realm, Credentials credentials) {
        StsAnswer.refusal(call(realm.sts(), credentials), 403, "ExpiredToken");
    }

    private HttpResponse<String> call(URI sts, Credentials credentials) {
        return SdkSigner.of(credentials).post(sts).send(http);
    }
}
