package io.keypool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.policy.Decision.Allow;
import io.keypool.policy.Decision.ExplicitDeny;
import io.keypool.policy.Decision.ImplicitDeny;
import io.keypool.policy.Decision.Mismatch;
import io.keypool.policy.Decision.StatementRef;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reasons of decisions, and the choices that {@code docs/policy-language.md} names. */
class PolicyEngineTest {
    private static final Arn ROLE = Arn.role(AccountId.DEFAULT, "/", "r");
    private static final Principal SESSION =
            new Principal.RoleSession(Arn.assumedRole(AccountId.DEFAULT, "r", "s"), ROLE, Set.of("p"));
    private static final ConditionContext NOTHING = ConditionContext.builder().build();

    @Test
    void allowNamesThePolicyAndTheStatement() {
        Policies policies = Policies.ofIdentity(List.of(
                named("first", statement("Allow", "s3:PutObject", "*", "{}")),
                named("second", statement("Allow", "s3:GetObject", "*", "{}"))));

        assertThat(policies.decide(request("s3:GetObject", NOTHING)))
                .isEqualTo(new Allow(new StatementRef(PolicyKind.IDENTITY, "second", 0, "Only")));
    }

    @Test
    void denyNamesWhatThePolicyWasUsedFor() {
        Policy everything = named("all", statement("Allow", "*", "*", "{}"));
        Policy nothing = named("none", statement("Deny", "*", "*", "{}"));
        Policies policies = Policies.ofIdentity(List.of(everything)).withSession(List.of(everything, nothing));

        assertThat(policies.decide(request("s3:GetObject", NOTHING)))
                .isEqualTo(new ExplicitDeny(new StatementRef(PolicyKind.SESSION, "none", 0, "Only")));
    }

    @Test
    void implicitDenyNamesTheConditionAndTheValueThatFailedIt() {
        Policies policies = Policies.ofIdentity(
                List.of(named("a", statement("Allow", "s3:*", "*", "{\"StringLike\": {\"S3:Prefix\": \"me/*\"}}"))));
        ConditionContext context =
                ConditionContext.builder().single("s3:prefix", "you/secret").build();

        Decision decision = policies.decide(request("s3:ListBucket", context));

        assertThat(decision)
                .isEqualTo(new ImplicitDeny(
                        PolicyKind.IDENTITY,
                        List.of(new Mismatch(
                                new StatementRef(PolicyKind.IDENTITY, "a", 0, "Only"),
                                "Condition.StringLike.s3:prefix",
                                new Observed(List.of("you/secret"))))));
        assertThat(decision.toString()).doesNotContain("secret");
    }

    @Test
    void implicitDenyNamesTheKindOfPolicyThatDidNotAllow() {
        Policy reading = named("read", statement("Allow", "s3:Get*", "*", "{}"));
        Policies policies = Policies.ofIdentity(List.of(named("all", statement("Allow", "*", "*", "{}"))))
                .withBoundary(reading);

        assertThat(policies.decide(request("s3:PutObject", NOTHING)))
                .isEqualTo(new ImplicitDeny(
                        PolicyKind.BOUNDARY,
                        List.of(new Mismatch(
                                new StatementRef(PolicyKind.BOUNDARY, "read", 0, "Only"),
                                "Action",
                                Observed.NOTHING))));
    }

    @Test
    void noPoliciesAllowNothing() {
        assertThat(Policies.ofIdentity(List.of()).decide(request("s3:GetObject", NOTHING)))
                .isEqualTo(new ImplicitDeny(PolicyKind.IDENTITY, List.of()));
    }

    /** [own] what AWS calls wrong use: neither an Allow nor the absence of a Deny lets it pass */
    @ParameterizedTest
    @CsvSource({
        "StringEquals, aws:TagKeys, a",
        "StringNotEquals, aws:TagKeys, x",
        "StringLikeIfExists, aws:TagKeys, x",
        "NumericLessThan, k:word, 1",
        "NumericNotEquals, k:word, 1",
        "DateGreaterThan, k:word, 2020-01-01",
        "Bool, k:word, true",
        "BinaryEquals, k:word, AAAA",
        "NotIpAddress, k:word, 203.0.113.0/24",
        "ArnNotLike, k:word, arn:aws:s3:::a",
        "ForAnyValue:StringNotEqualsIfExists, k:missing, a"
    })
    void whatCannotBeDecidedNeverLetsPass(String operator, String key, String value) {
        String condition = "{\"%s\": {\"%s\": \"%s\"}}".formatted(operator, key, value);
        ConditionContext context = ConditionContext.builder()
                .multi("aws:TagKeys", List.of("a"))
                .single("k:word", "w*rd")
                .build();
        Policy all = named("all", statement("Allow", "*", "*", "{}"));

        assertThat(Policies.ofIdentity(List.of(named("a", statement("Allow", "*", "*", condition))))
                        .decide(request("s3:GetObject", context)))
                .isInstanceOf(ImplicitDeny.class);
        assertThat(Policies.ofIdentity(List.of(all, named("d", statement("Deny", "*", "*", condition))))
                        .decide(request("s3:GetObject", context)))
                .isInstanceOf(ExplicitDeny.class);
    }

    /** [own] what NotResource spares with a variable that has no value is not known */
    @Test
    void notResourceWithoutItsVariableAllowsNothingAndDeniesAll() {
        String spared = "arn:aws:s3:::b/${k:missing}";
        Policy all = named("all", statement("Allow", "*", "*", "{}"));
        Policy allowing = named("a", statement("Allow", "*", spared, "{}").replace("Resource", "NotResource"));
        Policy denying = named("d", statement("Deny", "*", spared, "{}").replace("Resource", "NotResource"));

        assertThat(Policies.ofIdentity(List.of(allowing)).decide(request("s3:GetObject", NOTHING)))
                .isInstanceOf(ImplicitDeny.class);
        assertThat(Policies.ofIdentity(List.of(all, denying)).decide(request("s3:GetObject", NOTHING)))
                .isInstanceOf(ExplicitDeny.class);
    }

    /** [reference_policies_evaluation-logic] */
    @Test
    void aRoleIsAssumedByWhomItsTrustPolicyNamesOnly() {
        Policy trust = TrustPolicy.parse("""
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
                 "Principal": {"AWS": ["arn:aws:iam::000000000000:role/r", "111122223333"]}}}
                """).policy();
        Policies policies = Policies.ofIdentity(List.of(named("all", statement("Allow", "*", "*", "{}"))));

        assertThat(policies.withResource(trust).decide(request("sts:AssumeRole", NOTHING)))
                .isInstanceOf(Allow.class);
        assertThat(policies.withResource(trust).decide(request("sts:TagSession", NOTHING)))
                .isInstanceOf(ImplicitDeny.class);
        assertThat(Policies.ofResource(trust).decide(request("sts:AssumeRole", NOTHING)))
                .isInstanceOf(Allow.class);
    }

    /** [reference_policies_elements_notprincipal: supported with Deny only; denies whoever has a boundary] */
    @Test
    void notPrincipalSparesNobodyWhoHasABoundary() {
        String document = """
                {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*", "NotPrincipal":
                 {"AWS": ["000000000000", "arn:aws:iam::000000000000:role/r", "arn:aws:sts::000000000000:assumed-role/r/s"]}}}
                """;
        Policy all = named("all", statement("Allow", "*", "*", "{}"));
        Policies policies = Policies.ofIdentity(List.of(all)).withResource(Policy.parse(document, PolicyKind.RESOURCE));

        assertThat(policies.decide(request("s3:GetObject", NOTHING))).isInstanceOf(Allow.class);
        assertThat(policies.withBoundary(all).decide(request("s3:GetObject", NOTHING)))
                .isInstanceOf(ExplicitDeny.class);
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> Policy.parse(document.replace("Deny", "Allow"), PolicyKind.RESOURCE))
                .withMessage("Statement.NotPrincipal: must stand in a statement that denies");
    }

    @Test
    void policiesStandInTheirPlaceOnly() {
        Policy identity = named("a", statement("Allow", "*", "*", "{}"));

        assertThatIllegalArgumentException().isThrownBy(() -> Policies.ofResource(identity));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policies.ofIdentity(
                        List.of(TrustPolicy.parse(TrustPolicyAudienceTest.OPEN).policy())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': 'b/*'}} | Statement.Resource",
                "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': ['*', 'arn:aws:s3']}} | Statement.Resource[1]",
                "{'Statement': {'Effect': 'Allow', 'Action': '*', 'NotResource': 'arn:a:b:c:d'}} | Statement.NotResource",
                "{'Version': '2012-10-17', 'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': 'arn:aws:s3::${k:a}:b'}} | Statement.Resource",
                "{'Statement': {'Effect': 'Allow', 'Action': '*'}} | Statement.Resource",
                "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'NotResource': '*'}} | Statement.NotResource",
                "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Principal': '*'}} | Statement.Principal",
                "{'Id': 'a', 'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*'}} | Id",
                "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {'Bool': {'key': true}}}} | Statement.Condition.Bool.key"
            })
    void refusesAnIdentityPolicyAtItsPlace(String document, String place) {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> Policy.parse(document.replace('\'', '"'), PolicyKind.IDENTITY))
                .satisfies(invalid -> assertThat(invalid.place()).isEqualTo(place));
    }

    @Test
    void refusesWhatIsLongerThanItsLimits() {
        String document = "{\"Statement\": [" + statement("Allow", "*", "*", "{}") + "]}";

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> Policy.parse(document, PolicyKind.IDENTITY, "", PolicyLimits.of(20)))
                .withMessage("document: is longer than 20 characters, not counting white space");
    }

    /** [own] an exported policy of Amazon S3 has such names */
    @Test
    void sidsOfResourcePoliciesMayHaveBlanks() {
        Policy policy = Policy.parse("""
                {"Id": "x", "Statement": {"Sid": "My statement, 1", "Effect": "Allow", "Principal": {"CanonicalUser": "%s"},
                 "Action": "s3:*", "Resource": "*"}}
                """.formatted("0a".repeat(32)), PolicyKind.RESOURCE);

        assertThat(Policies.ofResource(policy).decide(request("s3:GetObject", NOTHING)))
                .isInstanceOf(ImplicitDeny.class);
    }

    /** [own] somebody who may set tags must not be able to break a decision with one */
    @Test
    void tagsMayBeCalledLikeClaims() {
        ConditionContext context = ConditionContext.builder()
                .single("aws:RequestTag/x:amr", "a")
                .single("aws:PrincipalTag/amr", "b")
                .build();

        assertThat(context.values("aws:requesttag/x:amr")).containsExactly("a");
    }

    private static PolicyRequest request(String action, ConditionContext context) {
        return new PolicyRequest(SESSION, action, "arn:aws:s3:::b/a", context);
    }

    private static Policy named(String name, String statement) {
        String document = "{\"Version\": \"2012-10-17\", \"Statement\": [" + statement + "]}";
        return Policy.parse(document, PolicyKind.IDENTITY, name, PolicyLimits.INLINE);
    }

    private static String statement(String effect, String action, String resource, String condition) {
        return """
            {"Sid": "Only", "Effect": "%s", "Action": "%s", "Resource": "%s", "Condition": %s}\
            """.formatted(effect, action, resource, condition);
    }
}
