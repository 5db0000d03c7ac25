package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/**
 * A realm of a test's own with a SAML identity provider, which the test itself is, and a pool that takes its logins.
 */
final class SamlTenant implements AutoCloseable {

    static final String ENTITY = "https://idp.example.com/saml";

    /** The identity provider with nothing but what it must have. */
    static final String CORP = "corp";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final RSAKey key;
    private final CognitoIdentityClient cognito;
    private final String pool;

    private SamlTenant(Keypool keypool, OwnRealm realm, RSAKey key, List<String> aliases) {
        this.keypool = keypool;
        this.realm = realm;
        this.key = key;
        this.cognito = realm.cognito();
        this.pool = addPool(aliases);
    }

    /** @param aliases of identity providers that the pool lists, beside {@link #CORP} */
    static SamlTenant create(Keypool keypool, Path directory, String... aliases) {
        SamlTenant tenant =
                new SamlTenant(keypool, OwnRealm.create(keypool), SelfSigned.key(directory), List.of(aliases));
        tenant.addProvider(CORP, Map.of());
        return tenant;
    }

    private String addPool(List<String> aliases) {
        String realmUsers = "[{\"ProviderName\": \"" + PasswordLogin.provider(keypool, realm.name())
                + "\", \"ClientId\": \"app\"}]";
        List<String> arns = new ArrayList<>(List.of(arn(CORP)));
        aliases.forEach(alias -> arns.add(arn(alias)));
        return realm.addPoolOf(Map.of("cognitoIdentityProviders", List.of(realmUsers), "samlProviderArns", arns));
    }

    /** Adds an identity provider that says of itself what the first one does, but for the changes. */
    void addProvider(String alias, Map<String, String> changes) {
        Map<String, String> config = new HashMap<>(Map.of(
                "singleSignOnServiceUrl",
                "https://idp.example.com/sso",
                "idpEntityId",
                ENTITY,
                "signingCertificate",
                key.getX509CertChain().get(0).toString()));
        config.putAll(changes);
        realm.addBroker(alias, "saml", config);
    }

    static String arn(String alias) {
        return "arn:aws:iam::000000000000:saml-provider/" + alias;
    }

    OwnRealm realm() {
        return realm;
    }

    String pool() {
        return pool;
    }

    String realmUrl() {
        return keypool.url() + "/realms/" + realm.name();
    }

    String brokerEndpoint(String alias) {
        return realmUrl() + "/broker/" + alias + "/endpoint";
    }

    RSAKey key() {
        return key;
    }

    SamlSigner signer() {
        return SamlSigner.of(key);
    }

    /** A message of the first identity provider about somebody, not signed yet. */
    SamlMessage message(String nameId) {
        return message(Map.of("nameId", nameId));
    }

    /** @param values that are different from those of a good message */
    SamlMessage message(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(Map.of(
                "issuer",
                ENTITY,
                "responseIssuer",
                ENTITY,
                "destination",
                brokerEndpoint(CORP),
                "recipient",
                brokerEndpoint(CORP),
                "audience",
                realmUrl(),
                "nameId",
                "somebody"));
        all.putAll(values);
        return SamlMessage.of(all);
    }

    /** A good login of somebody. */
    SamlMessage login(String nameId) {
        return message(nameId).signAssertion(signer());
    }

    /** The identity of who has that login. */
    String identity(SamlMessage login) {
        return identity(CORP, login);
    }

    String identity(String alias, SamlMessage login) {
        return identity(Map.of(arn(alias), login.base64()));
    }

    String identity(Map<String, String> logins) {
        return cognito.getId(request -> request.identityPoolId(pool).logins(logins))
                .identityId();
    }

    /** An OpenID token of the identity, got with that login. */
    String openIdToken(String identityId, SamlMessage login) {
        return cognito.getOpenIdToken(
                        request -> request.identityId(identityId).logins(Map.of(arn(CORP), login.base64())))
                .token();
    }

    /** Credentials of the identity, got with that login. */
    Credentials credentials(String identityId, SamlMessage login) {
        return cognito.getCredentialsForIdentity(
                        request -> request.identityId(identityId).logins(Map.of(arn(CORP), login.base64())))
                .credentials();
    }

    /** Fails unless a guest who brings the message is refused in those words. */
    void assertRefused(SamlMessage login, String message) {
        assertRefused(login.base64(), message);
    }

    void assertRefused(String login, String message) {
        assertThat(refusal(CORP, login)).isEqualTo(message);
    }

    /** How a guest who brings the message is refused. */
    String refusal(SamlMessage login) {
        return refusal(CORP, login);
    }

    String refusal(String alias, SamlMessage login) {
        return refusal(alias, login.base64());
    }

    String refusal(String alias, String login) {
        String guest = guest();
        return NotAuthorized.message(() ->
                cognito.getOpenIdToken(request -> request.identityId(guest).logins(Map.of(arn(alias), login))));
    }

    /** Fails if anybody was given that name: a guest who brings it stays who they are only if nobody has it yet. */
    void assertUnknown(String nameId) {
        String guest = guest();

        assertThat(cognito.getOpenIdToken(request -> request.identityId(guest)
                                .logins(Map.of(arn(CORP), login(nameId).base64())))
                        .identityId())
                .as("nobody was linked to " + nameId)
                .isEqualTo(guest);
    }

    private String guest() {
        return realm.newGuest(pool);
    }

    @Override
    public void close() {
        realm.close();
    }
}
