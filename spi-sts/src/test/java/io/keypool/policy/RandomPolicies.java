package io.keypool.policy;

import io.keypool.policy.PolicyModel.ConditionModel;
import io.keypool.policy.PolicyModel.StatementModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Small policies and requests over so few names and values that they often meet. */
final class RandomPolicies {
    private static final List<String> OPERATORS = List.of("StringEquals", "StringLike");
    private static final List<String> SET_OPERATORS = List.of(
            "ForAnyValue:StringEquals",
            "ForAnyValue:StringLike",
            "ForAllValues:StringEquals",
            "ForAllValues:StringLike");
    private static final List<String> PROVIDERS = List.of("p", "q:8080/r");
    private static final List<String> ACTIONS =
            List.of("*", "sts:*", "sts:AssumeRole", "STS:assumerolewithwebidentity", "sts:*With???Identity", "s3:Get*");

    private final Random random;

    RandomPolicies(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    PolicyModel policy() {
        return new PolicyModel(some(1, 3, () -> statement(random.nextInt(3) == 0 ? "Deny" : "Allow")));
    }

    StatementModel statement(String effect) {
        Map<String, ConditionModel> conditions = new LinkedHashMap<>();
        some(0, 2, this::condition)
                .forEach(c -> conditions.put(c.operator() + c.key().toLowerCase(Locale.ROOT), c));
        return new StatementModel(
                effect,
                some(1, 2, () -> oneOf(PROVIDERS)),
                some(1, 2, () -> oneOf(ACTIONS)),
                List.copyOf(conditions.values()));
    }

    TrustRequest request() {
        ConditionContext.Builder context = ConditionContext.builder();
        for (String provider : PROVIDERS) {
            some(0, 1, () -> word("ab", 2)).forEach(aud -> context.single(provider + ":aud", aud));
            some(0, 1, () -> word("ab", 2)).forEach(sub -> context.single(provider + ":sub", sub));
            some(0, 1, () -> some(0, 3, () -> word("ab", 2))).forEach(amr -> context.multi(provider + ":amr", amr));
        }
        String action = oneOf(List.of(Requests.ACTION, Requests.ACTION, "sts:AssumeRole"));
        return new TrustRequest(Set.copyOf(some(0, 2, () -> oneOf(PROVIDERS))), action, context.build());
    }

    private ConditionModel condition() {
        String claim = oneOf(List.of(":aud", ":Sub", ":amr"));
        List<String> operators = random.nextBoolean() || claim.equals(":amr") ? SET_OPERATORS : OPERATORS;
        return new ConditionModel(oneOf(operators), oneOf(PROVIDERS) + claim, some(1, 3, () -> word("aab*?", 3)));
    }

    private String word(String alphabet, int max) {
        return String.join("", some(0, max, () -> oneOf(List.of(alphabet.split("")))));
    }

    private <T> List<T> some(int min, int max, Supplier<T> element) {
        return new ArrayList<>(Stream.generate(element)
                .limit(min + random.nextInt(max - min + 1))
                .toList());
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
