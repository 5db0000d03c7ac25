package io.keypool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keypool.policy.Decision.Allow;
import io.keypool.policy.Decision.ExplicitDeny;
import io.keypool.policy.Decision.ImplicitDeny;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the IAM User Guide's pages reference_policies_evaluation-logic and
 * reference_policies_elements_condition_operators imply for every policy, tried on many random ones over the whole
 * language.
 */
class PolicyPropertyTest {
    private static final int ROUNDS = 1_500;

    @ParameterizedTest
    @EnumSource(Ground.class)
    void addingADenyNeverAllows(Ground ground) {
        RandomIamCases random = new RandomIamCases(1, ground);
        for (int i = 0; i < ROUNDS; i++) {
            ObjectNode each = random.next();
            Decision before = decide(each);
            ObjectNode donor = random.next();
            donor.path("identity")
                    .forEach(policy -> policy.path("Statement")
                            .forEach(statement -> ((ObjectNode) statement).put("Effect", "Deny")));
            each.withArray("identity").addAll((ArrayNode) donor.path("identity"));

            if (!(before instanceof Allow)) {
                assertThat(decide(each)).as(each::toString).isNotInstanceOf(Allow.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Ground.class)
    void orderOfPoliciesAndStatementsDoesNotMatter(Ground ground) {
        RandomIamCases random = new RandomIamCases(2, ground);
        for (int i = 0; i < ROUNDS; i++) {
            ObjectNode each = random.next();
            Decision before = decide(each);
            ArrayNode policies = (ArrayNode) each.path("identity");
            policies.forEach(policy -> reverse((ArrayNode) policy.path("Statement")));
            reverse(policies);

            assertThat(decide(each)).as(each::toString).hasSameClassAs(before);
        }
    }

    /**
     * Except for a direct grant by a resource's policy, nothing is allowed that the identity's policies do not allow.
     */
    @Test
    void addingABoundaryOrASessionPolicyNeverAllows() {
        RandomIamCases random = new RandomIamCases(3, Ground.COMMON);
        for (int i = 0; i < ROUNDS; i++) {
            ObjectNode each = random.next();
            Decision before = decide(each);
            each.set(
                    i % 2 == 0 ? "session" : "boundary",
                    random.next().path("identity").path(0));

            if (before instanceof ImplicitDeny && !each.has("boundary")) {
                assertThat(decide(each)).as(each::toString).isNotInstanceOf(Allow.class);
            }
            if (before instanceof ExplicitDeny && i % 2 == 0) {
                assertThat(decide(each)).as(each::toString).isInstanceOf(ExplicitDeny.class);
            }
        }
    }

    @Test
    void withoutAStatementThatAllowsNothingIsAllowed() {
        RandomIamCases random = new RandomIamCases(4, Ground.LAYERS);
        for (int i = 0; i < ROUNDS; i++) {
            ObjectNode each = random.next();
            each.findParents("Effect").forEach(statement -> ((ObjectNode) statement).put("Effect", "Deny"));

            assertThat(decide(each)).as(each::toString).isNotInstanceOf(Allow.class);
        }
    }

    @Test
    void caseOfActionsDoesNotMatter() {
        RandomIamCases random = new RandomIamCases(5, Ground.COMMON);
        for (int i = 0; i < ROUNDS; i++) {
            ObjectNode each = random.next();
            Decision before = decide(each);
            String action = each.path("action").asText();
            each.put("action", i % 2 == 0 ? action.toUpperCase(Locale.ROOT) : action.toLowerCase(Locale.ROOT));

            assertThat(decide(each)).as(each::toString).hasSameClassAs(before);
        }
    }

    @Test
    void caseOfConditionKeysDoesNotMatter() {
        RandomIamCases random = new RandomIamCases(6, Ground.COMMON);
        for (int i = 0; i < ROUNDS; i++) {
            ObjectNode each = random.next();
            Decision before = decide(each);
            ObjectNode context = each.objectNode();
            each.path("context")
                    .properties()
                    .forEach(key -> context.set(key.getKey().toUpperCase(Locale.ROOT), key.getValue()));
            each.set("context", context);

            assertThat(decide(each)).as(each::toString).hasSameClassAs(before);
        }
    }

    /** A condition with IfExists is the condition without it wherever the key is present. */
    @Test
    void ifExistsChangesNothingForKeysThatArePresent() {
        RandomIamCases random = new RandomIamCases(7, Ground.COMMON);
        int tried = 0;
        for (int i = 0; i < ROUNDS * 2; i++) {
            ObjectNode each = random.next();
            if (each.path("context").size() < 7) {
                continue;
            }
            tried++;
            Decision before = decide(each);
            each.findValues("Condition").forEach(PolicyPropertyTest::addIfExists);

            assertThat(decide(each)).as(each::toString).hasSameClassAs(before);
        }
        assertThat(tried).isGreaterThan(ROUNDS / 20);
    }

    /** Each operator and its negation, on keys that are present and of the right type. */
    @Test
    void aNegatedOperatorIsTheOppositeOnAKeyThatIsPresent() {
        Random words = new Random(8);
        for (int i = 0; i < ROUNDS; i++) {
            String value = "ab*".substring(words.nextInt(3)) + words.nextInt(2);
            String operand = "ab*?".substring(words.nextInt(4)) + words.nextInt(2);
            for (String operator : new String[] {"StringEquals", "StringLike", "StringEqualsIgnoreCase"}) {
                String negated = operator.replace("String", "StringNot");
                assertThat(matches(operator, operand, value)).isNotEqualTo(matches(negated, operand, value));
            }
        }
    }

    private static boolean matches(String operator, String operand, String value) {
        Policy policy = Policy.parse("""
                {"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"%s": {"k:x": "%s"}}}}
                """.formatted(operator, operand), PolicyKind.IDENTITY);
        ConditionContext context =
                ConditionContext.builder().single("k:x", value).build();
        return Policies.ofIdentity(List.of(policy))
                        .decide(new PolicyRequest(new Principal.Anonymous(), "a:b", "*", context))
                instanceof Allow;
    }

    private static Decision decide(ObjectNode each) {
        ObjectNode vector = each.deepCopy();
        vector.set("resource", each.path("resourcePolicy"));
        return new PolicyVector(vector).decide(each);
    }

    private static void reverse(ArrayNode array) {
        for (int i = array.size() - 2; i >= 0; i--) {
            array.add(array.remove(i));
        }
    }

    private static void addIfExists(JsonNode block) {
        ObjectNode condition = (ObjectNode) block;
        for (String operator :
                condition.properties().stream().map(Map.Entry::getKey).toList()) {
            boolean changes =
                    !operator.equals("Null") && !operator.startsWith("ForAnyValue") && !operator.endsWith("IfExists");
            if (changes && !condition.has(operator + "IfExists")) {
                condition.set(operator + "IfExists", condition.remove(operator));
            }
        }
    }
}
