package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Signing keys of pools, changed by an administrator as Keycloak's own realm keys are: active, passive, disabled.
 * Source: issue 2, point 2; the code for a key that is not there: reference/aws-contract.md §4.2.
 */
@ExtendWith(KeypoolExtension.class)
final class KeyRotationIT {

    private static final String TYPE = "io.keypool.identitypool.keycloak.IdentityPoolKeyProvider";
    private static final String PROVIDER = "identity-pool-key";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final String role;
    private final String guest;
    private final String oldToken;

    KeyRotationIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        String pool = realm.addPool(OwnRealm.ES256);
        this.role = realm.addRole("Guest", OwnRealm.trustOfGuests(pool));
        this.guest = realm.newGuest(pool);
        this.oldToken = realm.openIdToken(guest);
    }

    @AfterEach
    void close() {
        realm.close();
    }

    @Test
    void signsWithANewKeyOfHigherPriorityAndAcceptsBoth() throws Exception {
        String key = addKey();

        String newToken = realm.openIdToken(guest);

        assertThat(kid(newToken)).isEqualTo(key).isNotEqualTo(kid(oldToken));
        assertThat(published().getKeys()).hasSize(2);
        assertAccepted(newToken);
        assertAccepted(oldToken);
    }

    @Test
    void keepsToItsKeyWhereANewOneHasALowerPriority() throws Exception {
        realm.addComponent(TYPE, PROVIDER, "lower", Admin.tree(Map.of("priority", "-1", "algorithm", "ES256")));

        assertThat(kid(realm.openIdToken(guest))).isEqualTo(kid(oldToken));
    }

    @Test
    void acceptsTheTokensOfAPassiveKey() throws Exception {
        String key = addKey();

        realm.configure(kid(oldToken), Map.of("active", "false"));

        assertAccepted(oldToken);
        assertThat(published().getKeyByKeyId(kid(oldToken))).isNotNull();
        assertThat(kid(realm.openIdToken(guest))).isEqualTo(key);
    }

    @Test
    void goesBackToTheOldKeyWhereTheNewOneIsPassive() throws Exception {
        String key = addKey();

        realm.configure(key, Map.of("active", "false"));

        assertThat(kid(realm.openIdToken(guest))).isEqualTo(kid(oldToken));
    }

    @Test
    void refusesTheTokensOfADisabledKey() throws Exception {
        addKey();

        realm.configure(kid(oldToken), Map.of("enabled", "false"));

        assertRefused(oldToken);
        assertThat(published().getKeyByKeyId(kid(oldToken))).isNull();
        assertAccepted(realm.openIdToken(guest));
    }

    @Test
    void refusesTheTokensOfAKeyThatIsGone() throws Exception {
        addKey();

        realm.deleteComponent(kid(oldToken));

        assertRefused(oldToken);
        assertThat(published().getKeyByKeyId(kid(oldToken))).isNull();
    }

    @Test
    void publishesTheOtherKeysWhereOneAlgorithmHasNoneLeft() throws Exception {
        String pool = realm.addPool(Map.of("signatureAlgorithm", "RS256"));
        String other = realm.openIdToken(realm.newGuest(pool));

        realm.configure(kid(oldToken), Map.of("enabled", "false"));

        assertThat(published().getKeyByKeyId(kid(other))).isNotNull();
    }

    @Test
    void neverShowsAnAdministratorThePrivateKey() throws Exception {
        addKey();

        for (JsonNode key : realm.components(TYPE)) {
            assertThat(key.at("/config/privateKey/0").textValue()).isEqualTo("**********");
            assertThat(key.at("/config/publicKey/0").textValue()).isNotEmpty();
        }
        assertThat(realm.components(TYPE)).hasSize(2);
    }

    /** The administrator's client sends back the asterisks that it was given. */
    @Test
    void keepsThePrivateKeyWhenAnAdministratorSavesTheKey() throws Exception {
        String before = published().getKeyByKeyId(kid(oldToken)).toString();

        realm.configure(kid(oldToken), Map.of("priority", "7"));

        assertThat(published().getKeyByKeyId(kid(oldToken))).hasToString(before);
        assertAccepted(realm.openIdToken(guest));
        assertAccepted(oldToken);
    }

    private String addKey() {
        return realm.addComponent(TYPE, PROVIDER, "next", Admin.tree(Map.of("priority", "100", "algorithm", "ES256")));
    }

    private JWKSet published() throws ParseException {
        HttpResponse<String> answer = keypool.raw().get(URI.create(realm.identityPool() + "/.well-known/jwks_uri"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JWKSet.parse(answer.body());
    }

    private static String kid(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private void assertAccepted(String token) {
        assertThat(StsAnswer.success(assume(token), WebIdentityCall.ACTION))
                .containsEntry("SubjectFromWebIdentityToken", guest);
    }

    private void assertRefused(String token) {
        StsAnswer.assertRefused(
                assume(token),
                400,
                "InvalidIdentityToken",
                "Couldn't retrieve verification key from your identity provider, please reference"
                        + " AssumeRoleWithWebIdentity documentation for requirements");
    }

    private HttpResponse<String> assume(String token) {
        return keypool.raw().form(realm.sts(), WebIdentityCall.with("RoleArn", role, token));
    }
}
