package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A SAML response is a login, whichever way its identity provider signs it.
 *
 * <p>Source: contract §1.5 (a login is a provider and a subject) and §1.10 (SAML: the key is the provider's ARN, the
 * value the response in base64); SAML 2.0 core, 5.4 and profiles, 4.1.4. The form of {@code amr} is ours: AWS's for
 * SAML was never seen, it follows that of OpenID providers (contract §3).
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SamlLoginIT {

    private static final String MAIL = "urn:oid:0.9.2342.19200300.100.1.3";

    private final Keypool keypool;
    private final SamlTenant tenant;

    SamlLoginIT(Keypool keypool, @TempDir Path directory) {
        this.keypool = keypool;
        this.tenant = SamlTenant.create(keypool, directory, "byname", "byfriend", "named", "metadata");
    }

    @AfterAll
    void close() {
        tenant.close();
    }

    @Test
    void theSamePersonIsTheSameIdentityInAnyResponse() {
        String ann = tenant.identity(tenant.message("ann").signAssertion(tenant.signer()));

        assertThat(tenant.identity(tenant.message("ann").signResponse(tenant.signer())))
                .isEqualTo(ann);
        assertThat(tenant.identity(
                        tenant.message("ann").signAssertion(tenant.signer()).signResponse(tenant.signer())))
                .isEqualTo(ann);
        assertThat(tenant.identity(tenant.login("ben"))).isNotEqualTo(ann);
    }

    /** Contract §7: AWS's SDKs send the same Logins to GetId and to the call after it. */
    @Test
    void oneResponseDoesForTheTwoCallsOfAnSdk() {
        SamlMessage login = tenant.login("bea");

        String bea = tenant.identity(login);

        assertThat(tenant.openIdToken(bea, login)).isNotEmpty();
    }

    @Test
    void tokensSayWhichProviderKnowsThePersonAndAsWhom() throws ParseException {
        String carol = tenant.identity(tenant.login("carol"));

        SignedJWT token = SignedJWT.parse(tenant.openIdToken(carol, tenant.login("carol")));

        String arn = SamlTenant.arn(SamlTenant.CORP);
        assertThat(token.getJWTClaimsSet().getStringListClaim("amr"))
                .containsExactly("authenticated", arn, arn + ":SAML:carol");
    }

    @Test
    void aResponseMayBeAddressedToTheIdentityPools() {
        String endpoint = tenant.realm().identityPool().toString();
        SamlMessage message = tenant.message(Map.of("nameId", "dan", "recipient", endpoint, "destination", endpoint));

        assertThat(tenant.identity(message.signResponse(tenant.signer())))
                .isEqualTo(tenant.identity(tenant.login("dan")));
    }

    /** Bindings, 3.5.5.2 and core, 3.2.2: both attributes are optional. */
    @Test
    void aResponseNeedSayNeitherItsDestinationNorItsIssuer() {
        SamlMessage message = tenant.message("eve")
                .without(" Destination=\"", "\"")
                .without("<saml:Issuer>", "</saml:Issuer>")
                .signAssertion(tenant.signer());

        assertThat(tenant.identity(message)).isEqualTo(tenant.identity(tenant.login("eve")));
    }

    /** Keycloak's broker knows the person by that attribute then; a transient NameID beside it is no matter. */
    @Test
    void whoIsMeantMayStandInAnAttribute() {
        tenant.addProvider("byname", Map.of("principalType", "ATTRIBUTE", "principalAttribute", MAIL));
        tenant.addProvider("byfriend", Map.of("principalType", "FRIENDLY_ATTRIBUTE", "principalAttribute", "mail"));
        String fay = tenant.identity(tenant.login("fay@example.com"));

        for (String alias : List.of("byname", "byfriend")) {
            SamlMessage message = tenant.message(Map.of(
                    "mail",
                    "fay@example.com",
                    "format",
                    "transient",
                    "recipient",
                    tenant.brokerEndpoint(alias),
                    "destination",
                    tenant.brokerEndpoint(alias)));
            assertThat(tenant.identity(alias, message.signAssertion(tenant.signer())))
                    .as(alias)
                    .isEqualTo(fay);
        }
    }

    @Test
    void theRealmMayHaveAnotherNameAtTheProvider() {
        tenant.addProvider("named", Map.of("entityId", "urn:example:realm"));
        SamlMessage message = tenant.message(Map.of(
                "nameId",
                "gil",
                "audience",
                "urn:example:realm",
                "recipient",
                tenant.brokerEndpoint("named"),
                "destination",
                tenant.brokerEndpoint("named")));

        assertThat(tenant.identity("named", message.signAssertion(tenant.signer())))
                .isEqualTo(tenant.identity(tenant.login("gil")));
    }

    @Test
    void theKeysMayStandInTheProvidersMetadata() throws IOException {
        HttpServer server = serve(metadata());
        try {
            String url = "http://localhost:" + server.getAddress().getPort() + "/";
            tenant.addProvider(
                    "metadata",
                    Map.of("useMetadataDescriptorUrl", "true", "metadataDescriptorUrl", url, "signingCertificate", ""));
            SamlMessage message = tenant.message(Map.of(
                    "nameId", "hal",
                    "recipient", tenant.brokerEndpoint("metadata"),
                    "destination", tenant.brokerEndpoint("metadata")));

            assertThat(tenant.identity("metadata", message.signAssertion(tenant.signer())))
                    .isEqualTo(tenant.identity(tenant.login("hal")));
        } finally {
            server.stop(0);
        }
    }

    /** DESIGN.md §5: a person who came with the provider's own token and through Keycloak's broker is one. */
    @Test
    void aUserOfTheRealmWhoIsLinkedToTheProviderIsTheSamePerson() {
        tenant.realm().addClient("app");
        RealmUser.create(keypool, tenant.realm().name(), "ida").linkTo(SamlTenant.CORP, "ida-at-corp", "ida-at-corp");
        String ida = tenant.identity(tenant.login("ida-at-corp"));

        Map<String, String> form = Map.of(
                "grant_type", "password", "client_id", "app", "username", "ida", "password", "ida", "scope", "openid");
        RealmTokens tokens = RealmTokens.request(keypool.url(), tenant.realm().name(), form);

        assertThat(tenant.identity(tokens.logins())).isEqualTo(ida);
    }

    private String metadata() {
        return """
                <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s">
                <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>
                <X509Certificate>%s</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
                <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
                Location="https://idp.example.com/sso"/></IDPSSODescriptor></EntityDescriptor>
                """.formatted(SamlTenant.ENTITY, tenant.key().getX509CertChain().get(0));
    }

    private static HttpServer serve(String document) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }
}
