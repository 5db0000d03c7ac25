package io.keypool.policy;

import java.util.List;

/**
 * The {@code Resource} or {@code NotResource} of a statement.
 *
 * @param everything a {@code *} is among the patterns
 */
record ResourceElement(boolean negated, boolean everything, List<ArnPattern> patterns) {
    ResourceElement {
        patterns = List.copyOf(patterns);
    }

    static ResourceElement parse(Element element, boolean negated) {
        List<Element> items = element.items();
        return new ResourceElement(
                negated,
                items.stream().anyMatch(ResourceElement::isEverything),
                items.stream()
                        .filter(item -> !isEverything(item))
                        .map(ResourceElement::pattern)
                        .toList());
    }

    /**
     * A variable without a value makes a {@code Resource} match nothing. What {@code NotResource} spares with it is not
     * known then.
     */
    Verdict verdict(Asked asked) {
        Verdict named = named(asked);
        if (negated) {
            return named.negated();
        }
        return named == Verdict.UNDECIDED ? Verdict.MISMATCH : named;
    }

    private Verdict named(Asked asked) {
        Verdict answer = Verdict.of(everything);
        for (int i = 0; i < patterns.size() && answer != Verdict.MATCH; i++) {
            Verdict verdict = patterns.get(i).verdict(asked.arn(), asked.context());
            answer = verdict == Verdict.MISMATCH ? answer : verdict;
        }
        return answer;
    }

    private static boolean isEverything(Element item) {
        return item.text().equals("*");
    }

    private static ArnPattern pattern(Element item) {
        ArnPattern pattern = ArnPattern.parse(item, item.text());
        if (pattern.hasEarlyVariable()) {
            throw item.invalid("may hold variables behind its fifth colon only");
        }
        return pattern;
    }
}
