package io.keypool.iam;

import io.keypool.policy.Decision;
import java.util.List;
import java.util.Optional;

/**
 * What policies say of one action on one resource.
 *
 * @param decision with its reason, which the API does not tell
 * @param matched the policy whose statement decided; none when no statement did
 * @param missingKeys condition keys that the policies ask for and that were not given
 * @param allowedByBoundary nothing when there is no boundary
 */
public record SimulationResult(
        String action,
        String resource,
        Decision decision,
        List<NamedPolicy> matched,
        List<String> missingKeys,
        Optional<Boolean> allowedByBoundary) {

    /** {@code allowed}, {@code explicitDeny} or {@code implicitDeny}. */
    public String outcome() {
        if (decision instanceof Decision.Allow) {
            return "allowed";
        }
        return decision instanceof Decision.ExplicitDeny ? "explicitDeny" : "implicitDeny";
    }
}
