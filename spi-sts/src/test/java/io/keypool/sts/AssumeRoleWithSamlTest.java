package io.keypool.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.aws.AwsFault;
import io.keypool.aws.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Source: STS API, AssumeRoleWithSAML (NameQualifier, SubjectType, how long a session lasts); IAM User Guide, Available
 * keys for SAML-based AWS STS federation, and Configure SAML assertions for the authentication response (Role,
 * SessionDuration).
 */
final class AssumeRoleWithSamlTest {

    private static final Arn PROVIDER = provider(StsFixture.ACCOUNT, "corp");
    private static final String ISSUER = "https://idp.example.com/saml";
    private static final String RECIPIENT = "https://kc.example.com/realms/demo/sts";

    private final StsFixture sts = new StsFixture();
    private final Arn role = sts.role("role", trusting("{}"));

    @Test
    void theNameQualifierIsAwssFormula() {
        SamlIdentity identity = new SamlIdentity(
                provider(new AccountId("123456789012"), "MySAMLIdP"),
                "https://example.com/saml",
                "ada",
                "",
                RECIPIENT,
                session(Optional.empty(), Optional.empty()));

        assertThat(identity.nameQualifier()).isEqualTo("1uAJanUnBc2XeUkHURMht+xam2c=");
    }

    @Test
    void aFormatOfSaml2LosesItsPrefixAndAnyOtherStays() {
        assertThat(identity("urn:oasis:names:tc:SAML:2.0:nameid-format:transient")
                        .subjectType())
                .isEqualTo("transient");
        assertThat(identity("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress")
                        .subjectType())
                .isEqualTo("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress");
    }

    @Test
    void policiesSeeWhoseAssertionItIs() {
        sts.setAssertion(identity("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"));
        Arn knowing = sts.role(
                "role", trusting("""
                {"StringEquals": {"saml:aud": "%s", "saml:iss": "%s", "saml:sub": "ada", "saml:sub_type": "persistent",
                 "saml:doc": "000000000000/corp", "saml:namequalifier": "%s"}}""".formatted(RECIPIENT, ISSUER, identity("").nameQualifier())));

        assertThat(assume(knowing, Optional.empty()).role().arn())
                .hasToString("arn:aws:sts::000000000000:assumed-role/role/ada@example.com");
        assertThat(sts.assertionsUsed()).isEqualTo(1);
    }

    @Test
    void aRoleThatTheAssertionDoesNotNameIsRefusedAndTheAssertionStaysGood() {
        sts.setAssertion(identity(""));
        Arn other = sts.role("other", trusting("{}"));

        refuses(other, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML");
        assertThat(sts.assertionsUsed()).isZero();
    }

    @Test
    void aRoleThatDoesNotTrustTheProviderIsRefusedAndTheAssertionStaysGood() {
        sts.setAssertion(identity(""));
        sts.role("role", StsFixture.TRUSTS_THE_POOL);

        refuses(role, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML");
        assertThat(sts.assertionsUsed()).isZero();
    }

    @Test
    void theSessionLastsAsAskedForElseAsTheProviderWantsElseAnHour() {
        sts.setNow("2026-01-01T00:00:00Z");
        sts.setAssertion(identity(session(Optional.of(Duration.ofMinutes(20)), Optional.empty())));

        assertThat(expiration(Optional.of(Duration.ofMinutes(90)))).isEqualTo("2026-01-01T01:30:00Z");
        assertThat(expiration(Optional.empty())).isEqualTo("2026-01-01T00:20:00Z");

        sts.setAssertion(identity(session(Optional.empty(), Optional.empty())));
        assertThat(expiration(Optional.empty())).isEqualTo("2026-01-01T01:00:00Z");
    }

    @Test
    void theSessionEndsWithTheOneAtTheProvider() {
        sts.setNow("2026-01-01T00:00:00Z");
        sts.setAssertion(identity(session(Optional.empty(), Optional.of(Instant.parse("2026-01-01T00:05:00.5Z")))));

        assertThat(expiration(Optional.empty())).isEqualTo("2026-01-01T00:05:00Z");

        sts.setNow("2026-01-01T00:05:01Z");
        refuses(role, "ExpiredTokenException", "Token expired: ");
    }

    private String expiration(Optional<Duration> duration) {
        return assume(role, duration).role().credentials().expiration().toString();
    }

    private AssumedRoleWithSaml assume(Arn wanted, Optional<Duration> duration) {
        return sts.service.assumeRoleWithSaml(new AssumeRoleWithSamlRequest(
                wanted, PROVIDER, new Secret("an assertion"), duration, SessionPolicies.NONE));
    }

    private void refuses(Arn wanted, String code, String message) {
        assertThatThrownBy(() -> assume(wanted, Optional.empty()))
                .isInstanceOfSatisfying(
                        AwsFault.class, fault -> assertThat(fault.code()).isEqualTo(code))
                .hasMessageStartingWith(message);
    }

    private static String trusting(String conditions) {
        return """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithSAML",
                 "Principal": {"Federated": "arn:aws:iam::000000000000:saml-provider/corp"}, "Condition": %s}}""".formatted(conditions);
    }

    private static Arn provider(AccountId account, String name) {
        return new Arn("aws", "iam", "", account.value(), Arn.SAML_PROVIDER + name);
    }

    private SamlIdentity identity(String format) {
        return new SamlIdentity(
                PROVIDER, ISSUER, "ada", format, RECIPIENT, session(Optional.empty(), Optional.empty()));
    }

    private SamlIdentity identity(SamlSession session) {
        return new SamlIdentity(PROVIDER, ISSUER, "ada", "", RECIPIENT, session);
    }

    private SamlSession session(Optional<Duration> duration, Optional<Instant> end) {
        return new SamlSession(
                Set.of(role),
                new RoleSessionName("ada@example.com"),
                duration,
                end,
                Optional.empty(),
                SessionTags.NONE);
    }
}
