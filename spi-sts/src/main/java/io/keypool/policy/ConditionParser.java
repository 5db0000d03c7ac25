package io.keypool.policy;

import io.keypool.policy.ConditionOperator.Quantifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a {@code Condition} block: operator, key, values. */
final class ConditionParser {
    /** Namespaces of keys that AWS fills and a web identity does not; {@code saml:aud} and {@code saml:sub} exist. */
    private static final Set<String> NOT_PROVIDERS = Set.of("aws", "saml", "sts");

    private final PolicyVersion version;
    private final List<Condition> conditions = new ArrayList<>();

    private ConditionParser(PolicyVersion version) {
        this.version = version;
    }

    /** An empty block is no condition: the IAM console itself writes it. */
    static List<Condition> parse(Element block, PolicyVersion version) {
        ConditionParser parser = new ConditionParser(version);
        block.object().forEach((name, keys) -> parser.operator(name, block.member(name, keys)));
        return parser.conditions;
    }

    private void operator(String name, Element keys) {
        ConditionOperator operator = ConditionOperator.named(name)
                .orElseThrow(() -> keys.invalid("is not understood; understood: StringEquals and StringLike,"
                        + " alone or after ForAnyValue: or ForAllValues:"));
        if (keys.object().isEmpty()) {
            throw keys.invalid("must have a key");
        }
        Set<String> seen = new HashSet<>();
        keys.object().forEach((key, values) -> {
            Element element = keys.member(key, values);
            String lowerCaseKey = key(key, element, operator);
            if (!seen.add(lowerCaseKey)) {
                throw element.invalid("appears twice; keys are compared without regard to case");
            }
            conditions.add(new Condition(operator, lowerCaseKey, patterns(element, operator)));
        });
    }

    /** Refuses any key that no request fills: on such a key a {@code Deny} would never match. */
    private static String key(String key, Element element, ConditionOperator operator) {
        String lowerCaseKey = key.toLowerCase(Locale.ROOT);
        TokenClaim claim = TokenClaim.ofKey(lowerCaseKey)
                .filter(known -> hasProvider(key))
                .orElseThrow(() -> element.invalid(
                        "is not understood; understood: a provider's name, without https://, and :aud, :sub or :amr"));
        if (claim.isMultivalued() && operator.quantifier() == Quantifier.PLAIN) {
            throw element.invalid(
                    "has many values in a request, so the operator must begin with ForAnyValue: or ForAllValues:");
        }
        return lowerCaseKey;
    }

    /** Looks at the key as written, since lower case maps some letters outside ASCII into it. */
    private static boolean hasProvider(String key) {
        String provider = key.substring(0, Math.max(0, key.lastIndexOf(':')));
        return !provider.isEmpty()
                && !provider.contains("://")
                && !NOT_PROVIDERS.contains(provider.toLowerCase(Locale.ROOT))
                && provider.chars().allMatch(c -> c > ' ' && c < 0x7f && "*?$".indexOf(c) < 0);
    }

    private List<StringPattern> patterns(Element values, ConditionOperator operator) {
        return values.items().stream()
                .map(value -> operator.comparison().pattern(value(value)))
                .toList();
    }

    private String value(Element element) {
        String value = element.scalar();
        if (version == PolicyVersion.V2012 && value.contains("${")) {
            throw element.invalid("holds ${, but policy variables are not understood");
        }
        return value;
    }
}
