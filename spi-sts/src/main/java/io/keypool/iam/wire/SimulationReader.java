package io.keypool.iam.wire;

import io.keypool.aws.Arn;
import io.keypool.aws.PageRequest;
import io.keypool.iam.IamFault;
import io.keypool.iam.SimulationRequest;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.PolicyRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the members that both kinds of simulation have. */
final class SimulationReader {

    private static final String ENTRIES = "ContextEntries";
    private static final String LIST = "List";
    private static final List<String> TYPES = Stream.of("string", "numeric", "boolean", "ip", "binary", "date")
            .flatMap(type -> Stream.of(type, type + LIST))
            .toList();

    private final IamMembers members;
    private final ConditionContext.Builder context = ConditionContext.builder();
    private final Set<String> given = new HashSet<>();

    SimulationReader(IamMembers members) {
        this.members = members;
    }

    /** @throws io.keypool.aws.AwsFault ValidationError or InvalidInput */
    SimulationRequest read(List<String> policies) {
        List<String> boundaries =
                members.texts("PermissionsBoundaryPolicyInputList", IamMembers.LONGEST_LIST, Shapes.DOCUMENT);
        String resourcePolicy =
                members.optional("ResourcePolicy", Shapes.DOCUMENT).orElse(null);
        List<String> actions = members.requiredTexts("ActionNames", Shapes.ACTION);
        List<String> resources = members.texts("ResourceArns", IamMembers.LONGEST_LIST, Shapes.RESOURCE);
        Arn caller = caller();
        PageRequest page = members.page();
        List<Entry> entries = entries();
        members.check();
        entries.forEach(this::put);
        refuseUnsupported(actions);
        return new SimulationRequest(
                policies,
                boundaries,
                resourcePolicy,
                caller,
                actions,
                resources.isEmpty() ? List.of(PolicyRequest.NO_RESOURCE) : resources,
                context.build(),
                given,
                page);
    }

    private @Nullable Arn caller() {
        Arn caller = members.optionalArn("CallerArn");
        if (caller != null && !caller.resource().startsWith("user/")) {
            throw IamFault.invalidInput("CallerArn must be the ARN of a user.");
        }
        return caller;
    }

    /** What would change the answer and is not looked at is not accepted. */
    private void refuseUnsupported(List<String> actions) {
        for (String name : List.of("ResourceHandlingOption", "ResourceOwner")) {
            if (members.has(name)) {
                throw IamFault.invalidInput("The parameter " + name + " is not supported.");
            }
        }
        for (String action : actions) {
            if (!action.matches("[A-Za-z0-9-]+:[A-Za-z0-9-]+")) {
                throw IamFault.invalidInput("Action name " + action + " is not service:Name.");
            }
        }
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        int count = members.count(ENTRIES, IamMembers.LONGEST_LIST);
        for (int i = 1; i <= count; i++) {
            String entry = ENTRIES + ".member." + i + ".";
            entries.add(new Entry(
                    members.required(entry + "ContextKeyName", Shapes.CONTEXT_KEY),
                    members.oneOf(entry + "ContextKeyType", TYPES, "string").endsWith(LIST),
                    members.texts(entry + "ContextKeyValues", IamMembers.LONGEST_LIST, Shapes.CONTEXT_VALUE)));
        }
        return entries;
    }

    private void put(Entry entry) {
        String key = entry.key();
        List<String> values = entry.values();
        if (!entry.isList() && values.size() > 1) {
            throw IamFault.invalidInput("Context key " + key + " has several values, so its type ends with List.");
        }
        try {
            if (entry.isList()) {
                context.multi(key, values);
            } else if (!values.isEmpty()) {
                context.single(key, values.get(0));
            }
        } catch (IllegalArgumentException otherKind) {
            throw IamFault.invalidInput("Context key " + otherKind.getMessage() + ".");
        }
        given.add(key.toLowerCase(Locale.ROOT));
    }

    /** One key of the context. */
    private record Entry(String key, boolean isList, List<String> values) {}
}
