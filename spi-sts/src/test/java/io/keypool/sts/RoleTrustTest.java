package io.keypool.sts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keypool.policy.InvalidPolicyException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: Amazon Cognito Developer Guide, role-trust-and-permissions. */
final class RoleTrustTest {

    private static final RoleTrust TRUST = new RoleTrust("My realm");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cognito-identity.amazonaws.com",
                "arn:aws:iam::000000000000:oidc-provider/id.example.com/realms/My realm/identity-pool",
                "arn:aws:iam::000000000000:oidc-provider/localhost:8080/kc/realms/My%20realm/identity-pool",
                "id.example.com/realms/My%20realm/identity-pool"
            })
    void aPoolIsTrustedWithItsAudienceOnly(String principal) {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> TRUST.accept(policy(principal, "")))
                .withMessageStartingWith("Statement[0].Condition: ")
                .withMessageContaining("add \"StringEquals\": {\"cognito-identity.amazonaws.com:aud\": ");
        assertThatCode(() -> TRUST.accept(policy(
                        principal, "\"StringEquals\": {\"cognito-identity.amazonaws.com:aud\": \"us-east-1:1\"}")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "id.example.com/realms/My%20realm/identity-pool, false",
        "id.example.com/realms/my%20realm/Identity-pool, false",
        "id.example.com/realms/other/identity-pool, true",
        "accounts.google.com, true"
    })
    void theIssuersOwnKeyMeansTheSame(String prefix, boolean refused) {
        String document =
                policy("cognito-identity.amazonaws.com", "\"StringEquals\": {\"" + prefix + ":aud\": \"us-east-1:1\"}");

        if (refused) {
            assertThatExceptionOfType(InvalidPolicyException.class).isThrownBy(() -> TRUST.accept(document));
        } else {
            assertThatCode(() -> TRUST.accept(document)).doesNotThrowAnyException();
        }
    }

    /** Source: docs/adr/0016-roles-name-the-client-of-realm-tokens.md. */
    @ParameterizedTest
    @ValueSource(strings = {"id.example.com/realms/My%20realm", "localhost:8080/kc/realms/my realm"})
    void theRealmIsTrustedWithAClientOnly(String issuer) {
        String principal = "arn:aws:iam::000000000000:oidc-provider/" + issuer;

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> TRUST.accept(policy(principal, "")))
                .withMessageContaining("or every client of the realm is trusted");
        assertThatCode(() -> TRUST.accept(
                        policy(principal, "\"StringEquals\": {\"" + issuer.replace(" ", "%20") + ":aud\": \"app\"}")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accounts.google.com",
                "arn:aws:iam::000000000000:oidc-provider/id.example.com/realms/other/identity-pool"
            })
    void otherProvidersAreNoneOfOurs(String principal) {
        assertThatCode(() -> TRUST.accept(policy(principal, ""))).doesNotThrowAnyException();
    }

    private static String policy(String principal, String condition) {
        return """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "%s"},
              "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {%s}}]}
            """.formatted(principal, condition);
    }
}
