package io.keypool.sts;

import java.util.List;
import java.util.Optional;

/** @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">AWS</a> */
final class AssumeRoleWithWebIdentity {

    private static final String ACTION = "sts:AssumeRoleWithWebIdentity";

    private final Ports ports;
    private final RoleSessions roles;

    AssumeRoleWithWebIdentity(Ports ports) {
        this.ports = ports;
        this.roles = new RoleSessions(ports);
    }

    AssumedRoleWithWebIdentity execute(AssumeRoleWithWebIdentityRequest request) {
        WebIdentity identity = ports.webIdentities().verify(request.webIdentityToken(), request.providerId());
        return new AssumedRoleWithWebIdentity(execute(identity, request.role()), identity);
    }

    AssumedRole execute(WebIdentity identity, RoleRequest request) {
        Candidate candidate = new FederatedCandidate(
                identity.federation(),
                identity.origins(),
                ports.request().keys(ports.clock().instant()),
                Optional.empty());
        WebIdentity.SessionClaims claims = identity.claims();
        return roles.assume(
                candidate, new RoleSessions.Wanted(ACTION, request, claims.tags(), claims.sourceIdentity(), List.of()));
    }
}
