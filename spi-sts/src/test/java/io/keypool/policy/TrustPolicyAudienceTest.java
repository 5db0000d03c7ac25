package io.keypool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Source: Amazon Cognito Developer Guide, role-trust-and-permissions: without a condition on {@code aud} a role trusts
 * the identities of every pool.
 */
class TrustPolicyAudienceTest {
    static final String OPEN = policy("{\"Federated\": \"" + Requests.COGNITO + "\"}", "{}");

    private static final Predicate<String> COGNITO = Requests.COGNITO::equals;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "StringEquals                   | us-east-1:1 | false",
                "StringEqualsIgnoreCase         | us-east-1:1 | false",
                "StringLike                     | us-east-1:* | false",
                "ForAnyValue:StringEquals       | us-east-1:1 | false",
                "StringLike                     | *           | true",
                "StringEqualsIfExists           | us-east-1:1 | true",
                "ForAllValues:StringEquals      | us-east-1:1 | true",
                "StringNotEquals                | us-east-1:1 | true",
                "Null                           | false       | true"
            })
    void aConditionBindsWhenOtherAudiencesFailIt(String operator, String value, boolean open) {
        String condition = "{\"%s\": {\"Cognito-Identity.amazonaws.com:aud\": \"%s\"}}".formatted(operator, value);
        TrustPolicy policy = TrustPolicy.parse(policy("{\"Federated\": \"" + Requests.COGNITO + "\"}", condition));

        assertThat(isOpen(policy)).isEqualTo(open);
    }

    @Test
    void namesTheStatementAndSaysWhatToDo() {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> TrustPolicy.parse(OPEN).requireAudience(COGNITO, "do this"))
                .withMessage("Statement[0].Condition: lets in tokens that were issued for anybody; do this");
        assertThat(isOpen(TrustPolicy.parse(policy("\"*\"", "{}")))).isTrue();
    }

    @Test
    void whoCannotComeInNeedsNoCondition() {
        assertThat(isOpen(TrustPolicy.parse(policy("{\"Federated\": \"accounts.google.com\"}", "{}"))))
                .isFalse();
        assertThat(isOpen(TrustPolicy.parse(OPEN.replace("Allow", "Deny")))).isFalse();
        assertThat(isOpen(TrustPolicy.parse(OPEN.replace("AssumeRoleWithWebIdentity", "TagSession"))))
                .isFalse();
    }

    @Test
    void aConditionOnAnotherProvidersAudienceBindsNothing() {
        String condition = "{\"StringEquals\": {\"accounts.google.com:aud\": \"app\"}}";

        assertThat(isOpen(TrustPolicy.parse(policy("{\"Federated\": \"" + Requests.COGNITO + "\"}", condition))))
                .isTrue();
    }

    /** [own] ADR 4: a Deny on a key that is never filled would permit */
    @Test
    void furtherKeysAreThoseThatTheCallerFills() {
        String tagged =
                policy("\"*\"", "{\"StringEquals\": {\"aws:RequestTag/Team\": \"a\", \"STS:RoleSessionName\": \"b\"}}");

        assertThatExceptionOfType(InvalidPolicyException.class).isThrownBy(() -> TrustPolicy.parse(tagged));
        assertThat(TrustPolicy.parse(tagged, Set.of("aws:RequestTag/", "sts:RoleSessionName")))
                .isNotNull();
    }

    private static boolean isOpen(TrustPolicy policy) {
        try {
            policy.requireAudience(COGNITO, "");
            return false;
        } catch (InvalidPolicyException open) {
            return true;
        }
    }

    private static String policy(String principal, String condition) {
        return """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": %s,
              "Action": "sts:AssumeRoleWithWebIdentity", "Condition": %s}]}
            """.formatted(principal, condition);
    }
}
