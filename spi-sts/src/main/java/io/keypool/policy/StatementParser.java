package io.keypool.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one element of {@code Statement}. */
final class StatementParser {
    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]*");
    /** Amazon SNS and Amazon S3 give such names themselves. */
    private static final Pattern SID_OF_RESOURCE_POLICY = Pattern.compile("[\\x20-\\x7e]*");

    private static final Pattern ACTION = Pattern.compile("\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?-]+");

    private final PolicyKind kind;
    private final ConditionKeys keys;

    StatementParser(PolicyKind kind, ConditionKeys keys) {
        this.kind = kind;
        this.keys = keys;
    }

    Statement parse(Element element, int index) {
        element.allowOnly(members());
        Element actions = element.requireOneOf("Action", "NotAction");
        return new Statement(
                index,
                sid(element),
                Effect.parse(element.require("Effect")),
                principal(element),
                actions.isNamed("NotAction"),
                actions.items().stream().map(StatementParser::action).toList(),
                resource(element),
                element.find("Condition")
                        .map(condition -> ConditionParser.parse(condition, keys))
                        .orElse(List.of()));
    }

    private List<String> members() {
        List<String> members = new ArrayList<>(List.of("Sid", "Effect"));
        if (kind.namesPrincipals()) {
            members.add("Principal");
        }
        // IAM User Guide, NotPrincipal: not in a role trust policy.
        if (kind == PolicyKind.RESOURCE) {
            members.add("NotPrincipal");
        }
        members.addAll(List.of("Action", "NotAction"));
        if (kind.namesResources()) {
            members.addAll(List.of("Resource", "NotResource"));
        }
        members.add("Condition");
        return members;
    }

    private @Nullable PrincipalElement principal(Element statement) {
        if (!kind.namesPrincipals()) {
            return null;
        }
        Element element = statement.requireOneOf("Principal", "NotPrincipal");
        boolean negated = element.isNamed("NotPrincipal");
        if (negated && Effect.parse(statement.require("Effect")) == Effect.ALLOW) {
            throw element.invalid("must stand in a statement that denies");
        }
        return PrincipalParser.parse(element, negated, kind);
    }

    private @Nullable ResourceElement resource(Element statement) {
        if (!kind.namesResources()) {
            return null;
        }
        Element element = statement.requireOneOf("Resource", "NotResource");
        return ResourceElement.parse(element, element.isNamed("NotResource"));
    }

    /** AWS's own examples carry an empty Sid; it names nothing, so several statements may have it. */
    private @Nullable String sid(Element statement) {
        Element element = statement.find("Sid").orElse(null);
        if (element == null || element.text().isEmpty()) {
            return null;
        }
        Pattern pattern = kind == PolicyKind.RESOURCE ? SID_OF_RESOURCE_POLICY : SID;
        if (!pattern.matcher(element.text()).matches()) {
            throw element.invalid("must consist of A-Z, a-z and 0-9");
        }
        return element.text();
    }

    private static Wildcard action(Element element) {
        String action = element.text();
        if (!ACTION.matcher(action).matches()) {
            throw element.invalid("must be * or service:Name; * and ? may stand in the name");
        }
        return Wildcard.ignoringCase(action);
    }
}
