package io.keypool.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.aws.Arn;
import io.keypool.aws.AwsFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What policies see of a web identity. Source: IAM User Guide, Available keys for AWS OIDC federation;
 * reference/aws-contract.md §6.5.
 */
final class WebIdentityKeysTest {

    private static final String PROVIDER = "arn:aws:iam::000000000000:oidc-provider/idp.example.com";

    private final StsFixture sts = new StsFixture();

    @ParameterizedTest
    @CsvSource({"idp.example.com:aud, app", "idp.example.com:oaud, api", "idp.example.com:sub, ada"})
    void anOpenIdTokenHasAudienceAuthorizedPartyAndSubject(String key, String value) {
        WebIdentity identity = identity(PROVIDER, "idp.example.com");

        assertThat(assume(identity, key, value)).isNotNull();
        refuses(identity, key, "other");
    }

    @ParameterizedTest
    @CsvSource({
        "graph.facebook.com, graph.facebook.com:app_id, app",
        "graph.facebook.com, graph.facebook.com:id, ada",
        "www.amazon.com, www.amazon.com:app_id, app",
        "www.amazon.com, www.amazon.com:user_id, ada"
    })
    void anAccessTokenHasAnAppAndAPerson(String provider, String key, String value) {
        WebIdentity identity = identity(provider, provider);

        assertThat(assume(identity, key, value)).isNotNull();
        refuses(identity, key, "other");
        refuses(identity, provider + ":sub", "ada");
    }

    @Test
    void withoutAnAuthorizedPartyThereIsNoOriginalAudience() {
        WebIdentity identity = new WebIdentity(
                PROVIDER,
                Set.of(PROVIDER),
                Set.of("idp.example.com"),
                "ada",
                "app",
                List.of(),
                WebIdentity.SessionClaims.NONE);

        refuses(identity, "idp.example.com:oaud", "app");
    }

    private static WebIdentity identity(String provider, String prefix) {
        return new WebIdentity(
                provider,
                Set.of(provider),
                Set.of(prefix),
                "ada",
                "app",
                List.of(),
                new WebIdentity.SessionClaims(Optional.of("api"), Optional.empty(), SessionTags.NONE));
    }

    private void refuses(WebIdentity identity, String key, String value) {
        assertThatThrownBy(() -> assume(identity, key, value))
                .isInstanceOfSatisfying(
                        AwsFault.class, fault -> assertThat(fault.code()).isEqualTo("AccessDenied"));
    }

    private AssumedRole assume(WebIdentity identity, String key, String value) {
        Arn role = sts.role("role", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
                 "Principal": {"Federated": "%s"}, "Condition": {"StringEquals": {"%s": "%s"}}}}""".formatted(identity.provider(), key, value));
        return sts.service.assumeRole(
                identity,
                new RoleRequest(role, new RoleSessionName("session"), Duration.ofHours(1), SessionPolicies.NONE));
    }
}
