package io.keypool.iam.keycloak.admin;

import io.keypool.sts.keycloak.refusal.PolicyDecision;
import java.util.List;

/** What would become of each action on each resource. */
public record SimulationRepresentation(List<Result> results) {

    /**
     * One action on one resource.
     *
     * @param decision {@code allowed}, {@code explicitDeny} or {@code implicitDeny}
     * @param missingKeys condition keys that the policies ask for and that were not given
     * @param trace why, in the form of a refused call's {@code decision}
     */
    public record Result(
            String action, String resource, String decision, List<String> missingKeys, PolicyDecision trace) {}
}
