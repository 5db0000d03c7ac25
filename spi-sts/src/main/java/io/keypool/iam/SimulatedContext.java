package io.keypool.iam;

import io.keypool.policy.ConditionContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The condition keys of a simulated request.
 *
 * @param givenKeys the keys that were given, in lower case, be it without a value
 */
public record SimulatedContext(ConditionContext conditions, Set<String> givenKeys) {

    public SimulatedContext {
        givenKeys = Set.copyOf(givenKeys);
    }

    /** @throws io.keypool.aws.AwsFault InvalidInput for a key whose kind is another by definition */
    public static SimulatedContext of(List<ContextEntry> entries) {
        ConditionContext.Builder context = ConditionContext.builder();
        entries.forEach(entry -> put(context, entry));
        return new SimulatedContext(
                context.build(),
                entries.stream().map(entry -> lowerCase(entry.key())).collect(Collectors.toSet()));
    }

    private static void put(ConditionContext.Builder context, ContextEntry entry) {
        try {
            if (entry.isList()) {
                context.multi(entry.key(), entry.values());
                return;
            }
            entry.values().forEach(value -> context.single(entry.key(), value));
        } catch (IllegalArgumentException otherKind) {
            throw IamFault.invalidInput("Context key " + otherKind.getMessage() + ".");
        }
    }

    boolean has(String key) {
        return givenKeys.contains(lowerCase(key));
    }

    private static String lowerCase(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
