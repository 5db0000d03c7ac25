package io.keypool.policy;

import io.keypool.policy.Decision.Allow;
import io.keypool.policy.Decision.ExplicitDeny;
import io.keypool.policy.Decision.ImplicitDeny;
import java.util.List;
import java.util.Optional;

/**
 * The trust policy of a role: who may assume it through a web identity.
 *
 * <p>Understood are {@code Version}, {@code Id} and {@code Statement}, and in a statement {@code Sid}, {@code Effect},
 * {@code Principal} with {@code Federated}, {@code Action} and {@code Condition} with {@code StringEquals} and
 * {@code StringLike}, plain or with {@code ForAnyValue:} or {@code ForAllValues:}, over the keys
 * {@code <provider>:aud}, {@code <provider>:sub} and {@code <provider>:amr}. Everything else is refused when the policy
 * is parsed: a part that was skipped could make an {@code Allow} wider or a {@code Deny} narrower than was meant.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">IAM User Guide,
 *     Grammar of the IAM JSON policy language</a>
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html">Amazon
 *     Cognito Developer Guide, Role trust and permissions</a>
 */
public final class TrustPolicy {
    /**
     * The longest trust policy in characters, not counting white space between tokens.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM User Guide, IAM and
     *     AWS STS quotas, Role trust policy length</a>
     */
    public static final int MAX_CHARACTERS = 2048;

    private final List<Statement> statements;

    private TrustPolicy(List<Statement> statements) {
        this.statements = statements;
    }

    /**
     * Reads a policy document.
     *
     * @throws InvalidPolicyException naming the place, for whatever is not understood
     */
    public static TrustPolicy parse(String document) {
        return new TrustPolicy(DocumentParser.parse(document));
    }

    /** Decides: a {@code Deny} that matches wins, then an {@code Allow} that matches, else nothing is allowed. */
    public Decision decide(TrustRequest request) {
        Optional<Statement> deny = firstMatch(Effect.DENY, request);
        if (deny.isPresent()) {
            return new ExplicitDeny(deny.get().ref());
        }
        Optional<Statement> allow = firstMatch(Effect.ALLOW, request);
        if (allow.isPresent()) {
            return new Allow(allow.get().ref());
        }
        return new ImplicitDeny(statements.stream()
                .flatMap(statement -> statement.firstMismatch(request).stream())
                .toList());
    }

    private Optional<Statement> firstMatch(Effect effect, TrustRequest request) {
        for (Statement statement : statements) {
            if (statement.effect() == effect && statement.firstMismatch(request).isEmpty()) {
                return Optional.of(statement);
            }
        }
        return Optional.empty();
    }
}
