package io.keypool.benchmarks.policy;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;
import io.keypool.policy.Policies;
import io.keypool.policy.Policy;
import io.keypool.policy.PolicyKind;
import io.keypool.policy.PolicyRequest;
import io.keypool.policy.Principal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decisions on a role's policy of five statements, as an application would write it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PolicyBenchmark {
    private static final String POLICY = """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "Public", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::demo-public/*"},
              {"Sid": "Own", "Effect": "Allow", "Action": "s3:*Object",
               "Resource": "arn:aws:s3:::demo-users/${cognito-identity.amazonaws.com:sub}/*"},
              {"Sid": "List", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::demo-users",
               "Condition": {"StringLike": {"s3:prefix": "${cognito-identity.amazonaws.com:sub}/*"}}},
              {"Sid": "Office", "Effect": "Deny", "Action": ["s3:Delete*", "s3:Put*"], "Resource": "*",
               "Condition": {"NotIpAddress": {"aws:SourceIp": ["203.0.113.0/24", "2001:db8::/32"]}}},
              {"Sid": "Tls", "Effect": "Deny", "NotAction": "sts:*", "Resource": "*",
               "Condition": {"Bool": {"aws:SecureTransport": "false"},
                             "DateLessThan": {"aws:TokenIssueTime": "2026-01-01T00:00:00Z"}}}]}
            """;
    private static final String SUB = "us-east-1:12345678-1234-1234-1234-123456790abc";
    private static final Principal PRINCIPAL = new Principal.RoleSession(
            Arn.assumedRole(AccountId.DEFAULT, "DemoAuthenticated", "CognitoIdentityCredentials"),
            Arn.role(AccountId.DEFAULT, "/", "DemoAuthenticated"),
            Set.of("cognito-identity.amazonaws.com"));

    private final Policies policies = Policies.ofIdentity(List.of(Policy.parse(POLICY, PolicyKind.IDENTITY)));
    private final ConditionContext context = ConditionContext.builder()
            .single("cognito-identity.amazonaws.com:sub", SUB)
            .single("aws:SourceIp", "203.0.113.7")
            .single("aws:SecureTransport", "true")
            .single("aws:TokenIssueTime", "2026-06-01T12:00:00Z")
            .build();

    /** The statement with a variable allows, after all that deny were looked at. */
    @Benchmark
    public Decision ownObject() {
        return decide("s3:PutObject", "arn:aws:s3:::demo-users/" + SUB + "/photos/1.jpg");
    }

    @Benchmark
    public Decision publicObject() {
        return decide("s3:GetObject", "arn:aws:s3:::demo-public/logo.svg");
    }

    /** Nothing allows; the decision carries a reason for each statement. */
    @Benchmark
    public Decision objectOfSomebodyElse() {
        return decide("s3:PutObject", "arn:aws:s3:::demo-users/us-east-1:other/photos/1.jpg");
    }

    private Decision decide(String action, String resource) {
        return policies.decide(new PolicyRequest(PRINCIPAL, action, resource, context));
    }
}
