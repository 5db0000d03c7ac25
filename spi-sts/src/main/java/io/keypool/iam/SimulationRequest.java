package io.keypool.iam;

import io.keypool.aws.Arn;
import io.keypool.aws.PageRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A checked simulation; the documents in it are not checked yet.
 *
 * @param policies documents that count beside those of the principal
 * @param boundaries documents that stand in for the principal's boundary
 * @param resourcePolicy of every resource
 * @param caller the user whom the resource policy sees
 */
public record SimulationRequest(
        List<String> policies,
        List<String> boundaries,
        @Nullable String resourcePolicy,
        @Nullable Arn caller,
        List<String> actions,
        List<String> resources,
        SimulatedContext context,
        PageRequest page) {

    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9-]+");

    /** @throws io.keypool.aws.AwsFault InvalidInput for an action that is none */
    public SimulationRequest {
        policies = List.copyOf(policies);
        boundaries = List.copyOf(boundaries);
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        actions.forEach(SimulationRequest::requireAction);
    }

    private static void requireAction(String action) {
        if (!ACTION.matcher(action).matches()) {
            throw IamFault.invalidInput("Action name " + action + " is not service:Name.");
        }
    }
}
