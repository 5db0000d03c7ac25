package io.keypool.policy;

import io.keypool.policy.Decision.StatementRef;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one element of {@code Statement}. */
final class StatementParser {
    private static final List<String> MEMBERS = List.of("Sid", "Effect", "Principal", "Action", "Condition");
    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]*");
    private static final Pattern ACTION = Pattern.compile("\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?-]+");

    private StatementParser() {}

    static Statement parse(Element element, int index, PolicyVersion version) {
        element.allowOnly(MEMBERS);
        // AWS's own examples carry an empty Sid; it names nothing, so several statements may have it.
        String sid = element.find("Sid")
                .map(StatementParser::sid)
                .filter(value -> !value.isEmpty())
                .orElse(null);
        return new Statement(
                new StatementRef(index, sid),
                Effect.parse(element.require("Effect")),
                federatedPrincipals(element.require("Principal")),
                element.require("Action").items().stream()
                        .map(StatementParser::action)
                        .toList(),
                element.find("Condition")
                        .map(condition -> ConditionParser.parse(condition, version))
                        .orElse(List.of()));
    }

    private static String sid(Element element) {
        String sid = element.text();
        if (!SID.matcher(sid).matches()) {
            throw element.invalid("must consist of A-Z, a-z and 0-9");
        }
        return sid;
    }

    private static Set<String> federatedPrincipals(Element principal) {
        if (!(principal.value() instanceof Json.ObjectValue)) {
            throw principal.invalid("must be an object; understood: Federated");
        }
        principal.allowOnly(List.of("Federated"));
        return principal.require("Federated").items().stream()
                .map(StatementParser::provider)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String provider(Element element) {
        String provider = element.text();
        if (provider.isEmpty()) {
            throw element.invalid("must not be empty");
        }
        if (provider.indexOf('*') >= 0 || provider.indexOf('?') >= 0) {
            throw element.invalid("must name one provider, without * or ?");
        }
        return provider;
    }

    private static Wildcard action(Element element) {
        String action = element.text();
        if (!ACTION.matcher(action).matches()) {
            throw element.invalid("must be * or service:Name; * and ? may stand in the name");
        }
        return new Wildcard(action.toLowerCase(Locale.ROOT));
    }
}
