package io.keypool.policy;

import java.util.Set;
import java.util.function.Predicate;

/**
 * The trust policy of a role: who may assume it.
 *
 * <p>It is the policy of a resource without {@code Resource} and {@code NotPrincipal}. Its condition keys are those
 * that the token service fills: {@code <provider>:aud}, {@code :oaud}, {@code :sub}, {@code :amr} and what the caller
 * of {@link #parse(String, Set)} names. Everything else is refused when the policy is parsed: a part that was skipped
 * could make an {@code Allow} wider or a {@code Deny} narrower than was meant.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">IAM User Guide,
 *     Grammar of the IAM JSON policy language</a>
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html">Amazon
 *     Cognito Developer Guide, Role trust and permissions</a>
 */
public final class TrustPolicy {
    private final Policy policy;

    private TrustPolicy(Policy policy) {
        this.policy = policy;
    }

    /**
     * Reads a policy document for callers that fill no keys but a web identity's.
     *
     * @throws InvalidPolicyException naming the place, for whatever is not understood
     */
    public static TrustPolicy parse(String document) {
        return parse(document, Set.of());
    }

    /**
     * Reads a policy document.
     *
     * @param filledKeys the further condition keys that every decision's request fills where they apply; one that ends
     *     with a slash stands for all keys that begin with it, as in {@code aws:RequestTag/}
     * @throws InvalidPolicyException naming the place, for whatever is not understood
     */
    public static TrustPolicy parse(String document, Set<String> filledKeys) {
        return new TrustPolicy(Policy.trust(document, ConditionKeys.ofTrustPolicies(filledKeys)));
    }

    /** For a decision together with the policies of who wants to assume the role. */
    public Policy policy() {
        return policy;
    }

    /** Decides about a web identity, which has no policies of its own. */
    public Decision decide(TrustRequest request) {
        return Policies.ofResource(policy)
                .decide(new PolicyRequest(
                        new Principal.Federated(request.federatedPrincipals()),
                        request.action(),
                        PolicyRequest.NO_RESOURCE,
                        request.context()));
    }

    /**
     * Refuses a statement that lets a web identity of a provider in, whatever pool or app its token is for: it has no
     * condition on the audience that a token of somebody else's could fail.
     *
     * @param provider whether a name in {@code Principal}, or what stands before {@code :aud} in a condition key, in
     *     lower case, is a name of the provider
     * @param advice what the reason ends with
     * @throws InvalidPolicyException naming the place of the first such statement
     * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html">Amazon
     *     Cognito Developer Guide, Role trust and permissions</a>
     */
    public TrustPolicy requireAudience(Predicate<String> provider, String advice) {
        new AudienceCheck(provider).firstOpen(policy).ifPresent(statement -> {
            throw new InvalidPolicyException(
                    "Statement[" + statement.index() + "].Condition",
                    "lets in tokens that were issued for anybody; " + advice);
        });
        return this;
    }
}
