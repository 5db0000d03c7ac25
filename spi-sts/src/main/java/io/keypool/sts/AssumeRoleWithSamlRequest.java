package io.keypool.sts;

import io.keypool.aws.Arn;
import io.keypool.aws.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * A checked AssumeRoleWithSAML call; the name of the session stands in the assertion.
 *
 * @param principalArn of the provider that made the assertion
 * @param assertion a SAML response, in base64
 */
public record AssumeRoleWithSamlRequest(
        Arn roleArn, Arn principalArn, Secret assertion, Optional<Duration> duration, SessionPolicies policies) {}
