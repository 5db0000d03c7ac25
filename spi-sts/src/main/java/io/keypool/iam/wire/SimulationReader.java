package io.keypool.iam.wire;

import io.keypool.aws.Arn;
import io.keypool.aws.PageRequest;
import io.keypool.iam.ContextEntry;
import io.keypool.iam.IamFault;
import io.keypool.iam.SimulatedContext;
import io.keypool.iam.SimulationRequest;
import io.keypool.policy.PolicyRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the members that both kinds of simulation have. */
final class SimulationReader {

    private static final String ENTRIES = "ContextEntries";

    private final IamMembers members;

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
        SimulatedContext context = context(entries);
        refuseUnsupported();
        return new SimulationRequest(
                policies,
                boundaries,
                resourcePolicy,
                caller,
                actions,
                resources.isEmpty() ? List.of(PolicyRequest.NO_RESOURCE) : resources,
                context,
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
    private void refuseUnsupported() {
        for (String name : List.of("ResourceHandlingOption", "ResourceOwner")) {
            if (members.has(name)) {
                throw IamFault.invalidInput("The parameter " + name + " is not supported.");
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
                    members.oneOf(entry + "ContextKeyType", ContextEntry.TYPES, ContextEntry.DEFAULT_TYPE),
                    members.texts(entry + "ContextKeyValues", IamMembers.LONGEST_LIST, Shapes.CONTEXT_VALUE)));
        }
        return entries;
    }

    private static SimulatedContext context(List<Entry> entries) {
        return SimulatedContext.of(entries.stream()
                .map(entry -> ContextEntry.of(entry.key(), entry.type(), entry.values()))
                .toList());
    }

    /** As it was written; all that is wrong with the members is told before this is looked at. */
    private record Entry(String key, String type, List<String> values) {}
}
