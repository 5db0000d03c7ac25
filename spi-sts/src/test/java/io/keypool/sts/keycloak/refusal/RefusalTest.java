package io.keypool.sts.keycloak.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import io.keypool.aws.query.QueryFault;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;
import io.keypool.policy.DecisionTrace;
import io.keypool.policy.TrustPolicy;
import io.keypool.policy.TrustRequest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Source: issue 10, "a bounded in-memory record ... no secrets". */
final class RefusalTest {

    private static final String ROLE = "arn:aws:iam::000000000000:role/Guest";
    private static final String DENIES = """
            {"Statement": [
              {"Sid": "Open", "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
               "Principal": {"Federated": "cognito-identity.amazonaws.com"}},
              {"Sid": "NoGuests", "Effect": "Deny", "Action": "*", "Principal": "*",
               "Condition": {"ForAnyValue:StringEquals": {"cognito-identity.amazonaws.com:amr": "unauthenticated"}}}]}
            """;
    private static final String WANTS_OTHERS = """
            {"Statement": {"Sid": "Known", "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
               "Principal": {"Federated": "cognito-identity.amazonaws.com"},
               "Condition": {"StringEquals": {"cognito-identity.amazonaws.com:aud": "us-east-1:1"}}}}
            """;

    @Test
    void namesTheStatementThatDenied() {
        PolicyDecision decision = decided(DENIES, List.of("unauthenticated"));

        assertThat(decision.outcome()).isEqualTo("EXPLICIT_DENY");
        assertThat(decision.principal()).isEqualTo("somebody");
        assertThat(decision.resource()).isEqualTo(ROLE);
        assertThat(decision.statement()).isEqualTo(new PolicyDecision.Statement("TRUST", null, 1, "NoGuests"));
        assertThat(decision.mismatches()).isEmpty();
    }

    @Test
    void namesWhatDidNotMatchAndWhatWasThere() {
        PolicyDecision decision = decided(WANTS_OTHERS, List.of("unauthenticated"));

        assertThat(decision.outcome()).isEqualTo("IMPLICIT_DENY");
        assertThat(decision.missing()).isEqualTo("TRUST");
        assertThat(decision.statement()).isNull();
        assertThat(decision.mismatches())
                .containsExactly(new PolicyDecision.Mismatch(
                        new PolicyDecision.Statement("TRUST", null, 0, "Known"),
                        "Condition.StringEquals.cognito-identity.amazonaws.com:aud",
                        List.of("us-east-1:2")));
    }

    /** The log and events have it. */
    @Test
    void theTextOfACauseHoldsNothingOfTheRequest() {
        AwsFault fault = fault(trace(WANTS_OTHERS, List.of("unauthenticated")));

        assertThat(fault.detail())
                .contains("sts:AssumeRoleWithWebIdentity on " + ROLE + ": no TRUST policy allows it;"
                        + " Condition.StringEquals.cognito-identity.amazonaws.com:aud of TRUST policy, statement 0"
                        + " (Known)");
        assertThat(fault(trace(DENIES, List.of("unauthenticated"))).detail())
                .contains("sts:AssumeRoleWithWebIdentity on " + ROLE
                        + ": denied by TRUST policy, statement 1 (NoGuests)");
    }

    @Test
    void staysSmallWhateverTheRequestHeld() {
        String wants =
                WANTS_OTHERS.replace("StringEquals", "ForAnyValue:StringEquals").replace(":aud", ":amr");
        List<String> tooLong = Collections.nCopies(1_000, "x".repeat(10_000));
        List<String> many = Collections.nCopies(10_000, "x");

        for (List<String> values : List.of(tooLong, many)) {
            List<String> observed = decided(wants, values).mismatches().get(0).observed();
            assertThat(observed).hasSizeLessThan(200);
            assertThat(observed.stream().mapToInt(String::length).sum()).isLessThan(Excerpt.TOGETHER);
        }
    }

    @Test
    void repeatsNoActionThatIsNone() {
        assertThat(action("GetCallerIdentity")).isEqualTo("GetCallerIdentity");
        assertThat(action("<script>")).isNull();
        assertThat(action("x".repeat(65))).isNull();
    }

    private static @Nullable String action(String action) {
        return Refusal.of(
                        new RefusedCall(
                                "sts",
                                RequestId.random(),
                                Optional.of(action),
                                Optional.empty(),
                                QueryFault.missingAction()),
                        Instant.EPOCH)
                .action();
    }

    private static PolicyDecision decided(String policy, List<String> amr) {
        return Objects.requireNonNull(Refusal.of(
                        new RefusedCall(
                                "sts",
                                RequestId.random(),
                                Optional.empty(),
                                Optional.empty(),
                                fault(trace(policy, amr))),
                        Instant.EPOCH)
                .decision());
    }

    private static AwsFault fault(DecisionTrace trace) {
        return QueryFault.realmClosed("refused").because(trace);
    }

    private static DecisionTrace trace(String policy, List<String> amr) {
        Decision decision = TrustPolicy.parse(policy)
                .decide(new TrustRequest(
                        Set.of("cognito-identity.amazonaws.com"),
                        "sts:AssumeRoleWithWebIdentity",
                        ConditionContext.builder()
                                .single("cognito-identity.amazonaws.com:aud", "us-east-1:2")
                                .multi("cognito-identity.amazonaws.com:amr", amr)
                                .build()));
        return new DecisionTrace("somebody", "sts:AssumeRoleWithWebIdentity", ROLE, decision);
    }
}
