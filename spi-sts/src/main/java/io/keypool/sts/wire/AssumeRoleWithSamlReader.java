package io.keypool.sts.wire;

import io.keypool.aws.Secret;
import io.keypool.aws.Shape;
import io.keypool.aws.query.QueryRequest;
import io.keypool.sts.AssumeRoleWithSamlRequest;
import io.keypool.sts.SessionPolicies;
import java.time.Duration;
import java.util.Optional;

/** Reads AssumeRoleWithSAML by the constraints of the service model. */
public final class AssumeRoleWithSamlReader {

    private static final Shape ASSERTION = Shape.secret(4, 100_000);

    private AssumeRoleWithSamlReader() {}

    /** @throws io.keypool.aws.AwsFault ValidationError */
    public static AssumeRoleWithSamlRequest read(QueryRequest query) {
        SessionMembers members = new SessionMembers(query);
        String role = members.required("RoleArn", Shape.ARN);
        String principal = members.required("PrincipalArn", Shape.ARN);
        String assertion = members.required("SAMLAssertion", ASSERTION);
        Optional<Duration> duration = members.duration();
        SessionPolicies policies = members.policies();
        return new AssumeRoleWithSamlRequest(
                SessionMembers.arn(role), SessionMembers.arn(principal), new Secret(assertion), duration, policies);
    }
}
