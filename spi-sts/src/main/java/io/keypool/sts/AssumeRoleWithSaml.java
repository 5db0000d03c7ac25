package io.keypool.sts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html">AWS</a> */
final class AssumeRoleWithSaml {

    private static final String ACTION = "sts:AssumeRoleWithSAML";

    private final Ports ports;
    private final RoleSessions roles;

    AssumeRoleWithSaml(Ports ports) {
        this.ports = ports;
        this.roles = new RoleSessions(ports);
    }

    AssumedRoleWithSaml execute(AssumeRoleWithSamlRequest request) {
        SamlAssertions.Proven proven = ports.samlAssertions().verify(request.principalArn(), request.assertion());
        SamlIdentity identity = proven.identity();
        SamlSession session = identity.session();
        if (!session.roles().contains(request.roleArn())) {
            throw StsFault.notAuthorized(ACTION).because("the assertion does not name " + request.roleArn());
        }
        requireAlive(session);
        Duration duration = request.duration().or(session::duration).orElse(RoleRequest.DEFAULT);
        RoleRequest role = new RoleRequest(request.roleArn(), session.name(), duration, request.policies());
        AssumedRole assumed = roles.assume(
                candidate(identity),
                new RoleSessions.Wanted(ACTION, role, session.tags(), session.sourceIdentity(), List.of()));
        // Last: a call that is refused leaves the assertion as good as it was.
        proven.use();
        return new AssumedRoleWithSaml(assumed, identity);
    }

    /** The person may have been away from the provider for longer than the assertion is old. */
    private void requireAlive(SamlSession session) {
        Instant now = ports.clock().instant();
        session.end().filter(end -> !now.isBefore(end)).ifPresent(end -> {
            throw StsFault.tokenExpired(now.getEpochSecond(), end.getEpochSecond());
        });
    }

    private Candidate candidate(SamlIdentity identity) {
        return new FederatedCandidate(
                identity.federation(),
                List.of(),
                ports.request().keys(ports.clock().instant()),
                identity.session().end());
    }
}
