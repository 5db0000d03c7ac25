package io.keypool.policy;

import java.util.Objects;
import java.util.Set;

/**
 * What a trust policy is asked about.
 *
 * @param federatedPrincipals every name under which {@code Principal.Federated} may name the caller's provider, as in
 *     {@code cognito-identity.amazonaws.com} and {@code arn:aws:iam::000000000000:oidc-provider/server.example.com};
 *     compared exactly
 * @param action the action asked for, as in {@code sts:AssumeRoleWithWebIdentity}; compared without regard to case
 * @param context the condition keys of the request
 */
public record TrustRequest(Set<String> federatedPrincipals, String action, ConditionContext context) {
    public TrustRequest {
        federatedPrincipals = Set.copyOf(federatedPrincipals);
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(context, "context");
    }
}
