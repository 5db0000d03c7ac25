package io.keypool.sts;

import java.util.List;
import java.util.Set;

/**
 * How somebody who has no account with STS was proven, as policies see it.
 *
 * @param provider {@code aws:FederatedProvider}: {@code cognito-identity.amazonaws.com}, or the ARN of a provider
 * @param principals every name under which a policy's {@code Principal.Federated} may mean the provider
 * @param keys the provider's own condition keys, as in {@code cognito-identity.amazonaws.com:sub}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html">IAM User
 *     Guide, IAM and AWS STS condition context keys</a>
 */
public record Federation(String provider, Set<String> principals, List<ContextKey> keys) {

    public Federation {
        principals = Set.copyOf(principals);
        keys = List.copyOf(keys);
    }
}
