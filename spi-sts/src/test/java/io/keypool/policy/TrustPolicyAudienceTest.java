package io.keypool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Source: Amazon Cognito Developer Guide, role-trust-and-permissions: without a condition on {@code aud} a role trusts
 * the identities of every pool.
 */
class TrustPolicyAudienceTest {
    static final String OPEN = policy("{\"Federated\": \"" + Requests.COGNITO + "\"}", "{}");

    private static final Set<String> COGNITO = Set.of(Requests.COGNITO);

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

        assertThat(policy.findAllowWithoutAudience(COGNITO, COGNITO).isPresent())
                .isEqualTo(open);
    }

    @Test
    void namesTheStatement() {
        assertThat(TrustPolicy.parse(OPEN).findAllowWithoutAudience(COGNITO, COGNITO))
                .contains(Requests.ref(0, null));
        assertThat(TrustPolicy.parse(policy("\"*\"", "{}")).findAllowWithoutAudience(COGNITO, COGNITO))
                .isPresent();
    }

    @Test
    void whoCannotComeInNeedsNoCondition() {
        String other = policy("{\"Federated\": \"accounts.google.com\"}", "{}");

        assertThat(TrustPolicy.parse(other).findAllowWithoutAudience(COGNITO, COGNITO))
                .isEmpty();
        assertThat(TrustPolicy.parse(OPEN.replace("Allow", "Deny")).findAllowWithoutAudience(COGNITO, COGNITO))
                .isEmpty();
        assertThat(TrustPolicy.parse(OPEN.replace("AssumeRoleWithWebIdentity", "TagSession"))
                        .findAllowWithoutAudience(COGNITO, COGNITO))
                .isEmpty();
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

    private static String policy(String principal, String condition) {
        return """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": %s,
              "Action": "sts:AssumeRoleWithWebIdentity", "Condition": %s}]}
            """.formatted(principal, condition);
    }
}
