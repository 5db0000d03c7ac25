package io.keypool.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy document, read once and then only matched; immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">IAM User Guide,
 *     Grammar of the IAM JSON policy language</a>
 */
public final class Policy {
    private final PolicyKind kind;
    private final String name;
    private final List<Statement> statements;
    private final List<Statement> denying;
    private final List<Statement> allowing;

    private Policy(PolicyKind kind, String name, List<Statement> statements) {
        this.kind = kind;
        this.name = name;
        this.statements = statements;
        this.denying = of(Effect.DENY, statements);
        this.allowing = of(Effect.ALLOW, statements);
    }

    /** Reads a document within AWS's own limits; it has no name. */
    public static Policy parse(String document, PolicyKind kind) {
        return parse(document, kind, "", PolicyLimits.of(kind));
    }

    /**
     * Reads a document.
     *
     * @param name what decisions call the policy
     * @throws InvalidPolicyException naming the place, for whatever is not understood
     */
    public static Policy parse(String document, PolicyKind kind, String name, PolicyLimits limits) {
        return new Policy(kind, name, new DocumentParser(kind, limits, ConditionKeys.ANY).parse(document));
    }

    /**
     * Denies everything: stands for a boundary or session policy that does not exist, within which there is nothing.
     */
    public static Policy denyingEverything(PolicyKind kind) {
        return parse("{\"Statement\": {\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}}", kind);
    }

    static Policy trust(String document, ConditionKeys keys) {
        DocumentParser parser = new DocumentParser(PolicyKind.TRUST, PolicyLimits.TRUST, keys);
        return new Policy(PolicyKind.TRUST, "", parser.parse(document));
    }

    public PolicyKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    List<Statement> statements() {
        return statements;
    }

    @Nullable
    Statement firstDeny(Asked asked) {
        return firstMatch(denying, asked);
    }

    @Nullable
    Statement firstAllow(Asked asked) {
        return firstMatch(allowing, asked);
    }

    List<Statement> allowing() {
        return allowing;
    }

    private static @Nullable Statement firstMatch(List<Statement> statements, Asked asked) {
        for (Statement statement : statements) {
            if (statement.matches(asked)) {
                return statement;
            }
        }
        return null;
    }

    private static List<Statement> of(Effect effect, List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statement.effect() == effect)
                .toList();
    }
}
