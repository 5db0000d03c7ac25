package io.keypool.iam;

import io.keypool.aws.Arn;
import io.keypool.aws.PageRequest;
import io.keypool.policy.ConditionContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A checked simulation; the documents in it are not checked yet.
 *
 * @param policies documents that count beside those of the principal
 * @param boundaries documents that stand in for the principal's boundary
 * @param resourcePolicy of every resource
 * @param caller the user whom the resource policy sees
 * @param givenKeys the keys in the context, in lower case
 */
public record SimulationRequest(
        List<String> policies,
        List<String> boundaries,
        @Nullable String resourcePolicy,
        @Nullable Arn caller,
        List<String> actions,
        List<String> resources,
        ConditionContext context,
        Set<String> givenKeys,
        PageRequest page) {

    public SimulationRequest {
        policies = List.copyOf(policies);
        boundaries = List.copyOf(boundaries);
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        givenKeys = Set.copyOf(givenKeys);
    }
}
