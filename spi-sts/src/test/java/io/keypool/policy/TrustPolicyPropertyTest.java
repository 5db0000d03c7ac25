package io.keypool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.policy.Decision.Allow;
import io.keypool.policy.Decision.ExplicitDeny;
import io.keypool.policy.Decision.ImplicitDeny;
import io.keypool.policy.PolicyModel.ConditionModel;
import io.keypool.policy.PolicyModel.StatementModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the IAM User Guide's pages reference_policies_evaluation-logic and reference_policies_elements_condition imply
 * for every policy, tried on many random ones.
 */
class TrustPolicyPropertyTest {
    private static final int ROUNDS = 5_000;

    @Test
    void decidesLikeTheNaiveEvaluator() {
        RandomPolicies random = new RandomPolicies(1);
        Map<Class<?>, Integer> seen = new HashMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            PolicyModel policy = random.policy();
            TrustRequest request = random.request();
            Class<? extends Decision> expected = NaiveEvaluator.decide(policy, request);
            assertThat(policy.decide(request)).as(policy::document).isInstanceOf(expected);
            seen.merge(expected, 1, Integer::sum);
        }
        assertThat(seen.values())
                .as("rounds for each kind of decision")
                .hasSize(3)
                .allMatch(count -> count > ROUNDS / 50);
    }

    @Test
    void addingADenyNeverAllowsMore() {
        RandomPolicies random = new RandomPolicies(2);
        for (int i = 0; i < ROUNDS; i++) {
            PolicyModel policy = random.policy();
            TrustRequest request = random.request();
            int index = random.below(policy.statements().size() + 1);
            PolicyModel stricter = policy.with(random.statement("Deny"), index);

            if (stricter.decide(request) instanceof Allow) {
                assertThat(policy.decide(request)).as(stricter::document).isInstanceOf(Allow.class);
            }
        }
    }

    @Test
    void addingAnAllowNeverAllowsLess() {
        RandomPolicies random = new RandomPolicies(3);
        for (int i = 0; i < ROUNDS; i++) {
            PolicyModel policy = random.policy();
            TrustRequest request = random.request();
            PolicyModel wider = policy.with(random.statement("Allow"), 0);

            if (policy.decide(request) instanceof Allow) {
                assertThat(wider.decide(request)).as(wider::document).isInstanceOf(Allow.class);
            }
        }
    }

    @Test
    void orderOfStatementsDoesNotMatter() {
        RandomPolicies random = new RandomPolicies(4);
        for (int i = 0; i < ROUNDS; i++) {
            PolicyModel policy = random.policy();
            TrustRequest request = random.request();

            assertThat(policy.reversed().decide(request)).as(policy::document).hasSameClassAs(policy.decide(request));
        }
    }

    @Test
    void removingAValueFromAConditionNeverMakesItsStatementMatchMore() {
        RandomPolicies random = new RandomPolicies(5);
        int tried = 0;
        for (int i = 0; i < ROUNDS; i++) {
            StatementModel statement = random.statement(i % 2 == 0 ? "Allow" : "Deny");
            PolicyModel policy = new PolicyModel(List.of(statement));
            TrustRequest request = random.request();
            for (int c = 0; c < statement.conditions().size(); c++) {
                ConditionModel condition = statement.conditions().get(c);
                if (condition.values().size() < 2) {
                    continue;
                }
                tried++;
                PolicyModel narrower = policy.withoutValue(
                        0, c, random.below(condition.values().size()));
                if (policy.decide(request) instanceof ImplicitDeny) {
                    assertThat(narrower.decide(request)).as(policy::document).isInstanceOf(ImplicitDeny.class);
                }
            }
        }
        assertThat(tried).isGreaterThan(ROUNDS / 5);
    }

    @Test
    void reasonNamesAStatementOfThatEffectThatMatchesAlone() {
        RandomPolicies random = new RandomPolicies(6);
        for (int i = 0; i < ROUNDS; i++) {
            PolicyModel policy = random.policy();
            TrustRequest request = random.request();
            Decision decision = policy.decide(request);
            if (decision instanceof ImplicitDeny deny) {
                assertThat(deny.mismatches()).hasSameSizeAs(policy.statements());
                continue;
            }
            int index = decision instanceof Allow allow
                    ? allow.statement().index()
                    : ((ExplicitDeny) decision).statement().index();
            assertThat(new PolicyModel(List.of(policy.statements().get(index))).decide(request))
                    .as(policy::document)
                    .hasSameClassAs(decision);
        }
    }
}
