package io.keypool.iam;

import java.util.List;
import java.util.Optional;

/**
 * What policies say of one action on one resource.
 *
 * @param decision {@code allowed}, {@code explicitDeny} or {@code implicitDeny}
 * @param matched the policy whose statement decided; none when no statement did
 * @param missingKeys condition keys that the policies ask for and that were not given
 * @param allowedByBoundary nothing when there is no boundary
 */
public record SimulationResult(
        String action,
        String resource,
        String decision,
        List<NamedPolicy> matched,
        List<String> missingKeys,
        Optional<Boolean> allowedByBoundary) {}
