package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a real identity provider writes, another Keycloak realm, is a login; the keys are those of its metadata.
 *
 * <p>Source: contract §1.10; SAML 2.0 core, 2.3.4 (encrypted assertions). That an encrypted assertion must be in a
 * signed response, and that a realm that wants more gets it, is ours: docs/security.md.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SamlKeycloakIT {

    private final Keypool keypool;
    private final SamlTenant tenant;
    private final KeycloakSamlIdp idp;

    SamlKeycloakIT(Keypool keypool, @TempDir Path directory) {
        this.keypool = keypool;
        this.tenant = SamlTenant.create(
                keypool,
                directory,
                "assertion",
                "response",
                "both",
                "sealed",
                "sealed-both",
                "sealed-open",
                "want-signed",
                "want-sealed");
        this.idp = KeycloakSamlIdp.create(keypool);
        KeycloakSamlIdp.addRsaKey(tenant.realm(), "rsa-enc-generated", "RSA-OAEP");
        idp.addUser("joan");
    }

    @AfterAll
    void close() {
        idp.close();
        tenant.close();
    }

    @ParameterizedTest
    @CsvSource({
        "assertion, true, false, false",
        "response, false, true, false",
        "both, true, true, false",
        "sealed, false, true, true",
        "sealed-both, true, true, true"
    })
    void takesWhatKeycloakWrites(String alias, boolean assertion, boolean response, boolean encrypted) {
        add(alias, assertion, response, encrypted);

        String first = tenant.identity(login(alias));

        assertThat(tenant.identity(login(alias))).isEqualTo(first);
    }

    /** Whoever may have anything decrypted learns from the answers what the assertions of others say. */
    @Test
    void refusesAnEncryptedAssertionInAResponseThatIsNotSigned() {
        add("sealed-open", true, false, true);

        assertThat(tenant.refusal("sealed-open", idp.signIn("joan", "sealed-open")))
                .isEqualTo("Invalid login token. Couldn't verify signed token.");
    }

    @ParameterizedTest
    @CsvSource({"want-signed, wantAssertionsSigned, false", "want-sealed, wantAssertionsEncrypted, true"})
    void keepsWhatTheRealmWantsBeyondThat(String alias, String wish, boolean assertion) {
        add(alias, assertion, true, false, Map.of(wish, "true"));

        assertThat(tenant.refusal(alias, idp.signIn("joan", alias)))
                .isEqualTo("Invalid login token. Couldn't verify signed token.");
    }

    private void add(String alias, boolean assertion, boolean response, boolean encrypted) {
        add(alias, assertion, response, encrypted, Map.of());
    }

    private void add(String alias, boolean assertion, boolean response, boolean encrypted, Map<String, String> wishes) {
        String entityId = "urn:example:" + alias;
        Map<String, String> config = new HashMap<>(Map.of(
                "idpEntityId",
                idp.entityId(),
                "entityId",
                entityId,
                "useMetadataDescriptorUrl",
                "true",
                "metadataDescriptorUrl",
                idp.metadataUrl(),
                "signingCertificate",
                ""));
        config.putAll(wishes);
        tenant.addProvider(alias, config);
        Map<String, String> attributes = new HashMap<>(Map.of(
                "saml.assertion.signature", String.valueOf(assertion),
                "saml.server.signature", String.valueOf(response)));
        if (encrypted) {
            attributes.put("saml.encrypt", "true");
            attributes.put(
                    "saml.encryption.certificate", KeycloakSamlIdp.encryptionCertificate(keypool, tenant.realm()));
        }
        idp.addClient(alias, entityId, tenant.brokerEndpoint(alias), attributes);
    }

    private Map<String, String> login(String alias) {
        return Map.of(SamlTenant.arn(alias), idp.signIn("joan", alias));
    }
}
