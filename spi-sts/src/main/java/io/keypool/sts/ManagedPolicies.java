package io.keypool.sts;

import io.keypool.aws.Arn;
import io.keypool.policy.Policy;
import java.util.Optional;

/** The managed policies of the realm; answered from memory. */
public interface ManagedPolicies {

    /** The version in force of the policy with that ARN. */
    Optional<Policy> find(Arn arn);
}
