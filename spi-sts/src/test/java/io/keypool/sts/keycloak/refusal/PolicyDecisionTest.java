package io.keypool.sts.keycloak.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.policy.ConditionContext;
import io.keypool.policy.DecisionTrace;
import io.keypool.policy.Policies;
import io.keypool.policy.Policy;
import io.keypool.policy.PolicyKind;
import io.keypool.policy.PolicyLimits;
import io.keypool.policy.PolicyRequest;
import io.keypool.policy.Principal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Source: docs/configuration.md, "Why denied" and "Trying out policies". */
final class PolicyDecisionTest {

    @Test
    void namesTheStatementThatAllowed() {
        PolicyDecision decision = decided("""
                {"Statement": [
                  {"Sid": "Read", "Effect": "Allow", "Action": "s3:Get*", "Resource": "*"},
                  {"Sid": "Write", "Effect": "Allow", "Action": "s3:Put*", "Resource": "*"}]}""");

        assertThat(decision)
                .isEqualTo(new PolicyDecision(
                        "somebody",
                        "s3:PutObject",
                        "*",
                        "ALLOW",
                        new PolicyDecision.Statement("IDENTITY", "Files", 1, "Write"),
                        null,
                        List.of()));
    }

    @Test
    void namesWhatDidNotMatch() {
        PolicyDecision decision =
                decided("{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:Get*\", \"Resource\": \"*\"}}");

        assertThat(decision)
                .isEqualTo(new PolicyDecision(
                        "somebody",
                        "s3:PutObject",
                        "*",
                        "IMPLICIT_DENY",
                        null,
                        "IDENTITY",
                        List.of(new PolicyDecision.Mismatch(
                                new PolicyDecision.Statement("IDENTITY", "Files", 0, null), "Action", List.of()))));
    }

    private static PolicyDecision decided(String document) {
        Policy policy = Policy.parse(document, PolicyKind.IDENTITY, "Files", PolicyLimits.INLINE);
        PolicyRequest request = new PolicyRequest(
                new Principal.Anonymous(),
                "s3:PutObject",
                "*",
                ConditionContext.builder().build());
        return PolicyDecision.of(new DecisionTrace(
                "somebody",
                "s3:PutObject",
                "*",
                Policies.ofIdentity(List.of(policy)).decide(request)));
    }
}
