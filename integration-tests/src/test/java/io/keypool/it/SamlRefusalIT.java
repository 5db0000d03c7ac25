package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidIdentityPoolConfigurationException;

/**
 * Responses that the identity provider signed well, and that are nevertheless no login here and now.
 *
 * <p>Source: SAML 2.0 core, 2.5.1 (conditions), 3.2.2 (status, destination), 8.3.8 (transient ids) and profiles,
 * 4.1.4.2, 4.1.4.3, 4.1.4.5 (bearer confirmation, replay). Texts: contract §1.4 for unsupported providers, issuers,
 * expiry and missing claims; {@code Token is not valid yet.} as for OpenID tokens; the others are ours.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SamlRefusalIT {

    private static final String NOT_SUPPORTED = "Token is not from a supported provider of this identity pool.";
    private static final String MALFORMED = "Invalid login token. Not a valid SAML response.";
    private static final String OTHER_ISSUER = "Invalid login token. Issuer doesn't match providerName";
    private static final String EARLY = "Invalid login token. Token is not valid yet.";
    private static final String NO_NAME = "Invalid login token. Missing a required claim: NameID";

    private final SamlTenant tenant;

    SamlRefusalIT(Keypool keypool, @TempDir Path directory) {
        this.tenant = SamlTenant.create(keypool, directory);
    }

    @AfterAll
    void close() {
        tenant.close();
    }

    @Test
    void refusesAnAssertionThatWasUsed() {
        SamlMessage login = tenant.login("replayed");
        String identity = tenant.identity(login);
        tenant.openIdToken(identity, login);

        String used = "Invalid login token. The SAML assertion was used already.";
        tenant.assertRefused(login, used);
        assertThatThrownBy(() -> tenant.identity(login)).hasMessageContaining(used);
        assertThat(tenant.identity(tenant.login("replayed"))).isEqualTo(identity);
    }

    /** The pool has no role for it: that call proves who somebody is, and gives them nothing. */
    @Test
    void aRefusedCallUsesNoAssertionUp() {
        SamlMessage login = tenant.login("refused");
        String identity = tenant.identity(login);

        assertThatThrownBy(() -> tenant.credentials(identity, login))
                .isInstanceOf(InvalidIdentityPoolConfigurationException.class);

        assertThat(tenant.openIdToken(identity, login)).isNotEmpty();
    }

    /** The assertion is what counts: another response around it does not make it new. */
    @Test
    void refusesAUsedAssertionInAnotherResponse() {
        SamlMessage login = tenant.login("rewrapped");
        tenant.openIdToken(tenant.identity(login), login);

        tenant.assertRefused(
                login.without(" Destination=\"", "\"").with("_request", "_other"),
                "Invalid login token. Couldn't verify signed token.");
        tenant.assertRefused(
                login.without(" Destination=\"", "\""), "Invalid login token. The SAML assertion was used already.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audience | https://other.example.com | " + NOT_SUPPORTED,
                "audience | " + SamlTenant.ENTITY + " | " + NOT_SUPPORTED,
                "recipient | https://other.example.com/acs | " + NOT_SUPPORTED,
                "destination | https://other.example.com/acs | " + NOT_SUPPORTED,
                "issuer | https://other.example.com/saml | " + OTHER_ISSUER,
                "responseIssuer | https://other.example.com/saml | " + OTHER_ISSUER,
                "status | Responder | Invalid login token. The SAML response reports no success.",
                "format | transient | Invalid login token. A transient NameID recognises nobody.",
                "notBefore | 9999-01-01T00:00:00Z | " + EARLY,
                "notBefore | tomorrow | " + MALFORMED,
                "end | '' | " + MALFORMED,
                "nameId | '' | " + NO_NAME,
                "nameId | <saml:x>wrong</saml:x> | " + MALFORMED
            })
    void refusesWhatIsNotForUsNow(String part, String value, String message) {
        String somebody = "somebody-" + UUID.randomUUID();
        Map<String, String> values = new HashMap<>(Map.of("nameId", somebody));
        values.put(part, value);

        tenant.assertRefused(tenant.message(values).signResponse(tenant.signer()), message);
        tenant.assertUnknown(somebody);
    }

    @ParameterizedTest
    @ValueSource(strings = {"end", "notOnOrAfter"})
    void refusesWhatIsOver(String part) {
        Instant end = Instant.now().minusSeconds(61).truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> values = Map.of("nameId", "late-" + part, part, end.toString());

        assertThat(tenant.refusal(tenant.message(values).signAssertion(tenant.signer())))
                .matches("Invalid login token\\. Token expired: [0-9]{10} >= " + end.getEpochSecond());
        tenant.assertUnknown("late-" + part);
    }

    /** The grace of a minute is ours: docs/security.md. */
    @Test
    void takesWhatWasOverLessThanAMinuteAgo() {
        Map<String, String> values = Map.of(
                "nameId", "just-in-time",
                "notBefore", Instant.now().plusSeconds(45).toString(),
                "end", Instant.now().minusSeconds(30).toString());

        assertThat(tenant.identity(tenant.message(values).signAssertion(tenant.signer())))
                .isEqualTo(tenant.identity(tenant.login("just-in-time")));
    }

    @Test
    void refusesWhatLacksAPart() {
        SamlMessage good = tenant.message("partial");

        assertSignedRefused(good.without("<saml:AudienceRestriction>", "</saml:AudienceRestriction>"), NOT_SUPPORTED);
        assertSignedRefused(good.without("<saml:Conditions", "</saml:Conditions>"), NOT_SUPPORTED);
        assertSignedRefused(good.without(" Recipient=\"", "\""), NOT_SUPPORTED);
        assertSignedRefused(good.with("cm:bearer", "cm:sender-vouches"), MALFORMED);
        assertSignedRefused(good.without("<saml:SubjectConfirmation ", "</saml:SubjectConfirmation>"), MALFORMED);
        assertSignedRefused(good.without("<saml:NameID", "</saml:NameID>"), NO_NAME);
        assertSignedRefused(good.without("<saml:Subject>", "</saml:Subject>"), NO_NAME);
        assertSignedRefused(good.without("<samlp:Status>", "</samlp:Status>"), MALFORMED);
        assertSignedRefused(good.with("Version=\"2.0\"", "Version=\"1.1\""), MALFORMED);
        tenant.assertUnknown("partial");
    }

    /** Core, 2.5.1: a condition that is not understood makes the assertion no valid one. */
    @Test
    void refusesConditionsThatItDoesNotKnow() {
        SamlMessage message = tenant.message("conditional")
                .with("</saml:Conditions>", "<saml:Condition/></saml:Conditions>")
                .signAssertion(tenant.signer());

        tenant.assertRefused(message, MALFORMED);
        tenant.assertUnknown("conditional");
    }

    /** Core, 2.5.1.4: each of several restrictions must be met. */
    @Test
    void refusesWhenOneOfTwoAudiencesIsAnother() {
        String other = "<saml:AudienceRestriction><saml:Audience>urn:other</saml:Audience></saml:AudienceRestriction>";
        SamlMessage message = tenant.message("restricted")
                .with("</saml:Conditions>", other + "</saml:Conditions>")
                .signAssertion(tenant.signer());

        tenant.assertRefused(message, NOT_SUPPORTED);
        tenant.assertUnknown("restricted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no xml", "<a/>", "<samlp:Response>", ""})
    void refusesWhatIsNoResponse(String text) {
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        tenant.assertRefused(base64.isEmpty() ? "AA==" : base64, MALFORMED);
        tenant.assertRefused("~" + base64, MALFORMED);
    }

    @Test
    void refusesAProviderThatThePoolDoesNotList() {
        tenant.addProvider("unlisted", Map.of());

        assertThat(tenant.refusal("unlisted", tenant.login("unlisted"))).isEqualTo(NOT_SUPPORTED);
        tenant.assertUnknown("unlisted");
    }

    private void assertSignedRefused(SamlMessage message, String refusal) {
        tenant.assertRefused(message.signResponse(tenant.signer()), refusal);
    }
}
