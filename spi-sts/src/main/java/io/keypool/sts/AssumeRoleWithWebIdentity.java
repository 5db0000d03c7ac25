package io.keypool.sts;

import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;
import io.keypool.policy.TrustRequest;
import java.time.Duration;
import java.time.Instant;

/** @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">AWS</a> */
final class AssumeRoleWithWebIdentity {

    private static final String ACTION = "sts:AssumeRoleWithWebIdentity";

    private final Ports ports;
    private final CredentialsIssuer issuer;

    AssumeRoleWithWebIdentity(Ports ports) {
        this.ports = ports;
        this.issuer = new CredentialsIssuer(ports);
    }

    AssumedRole execute(AssumeRoleWithWebIdentityRequest request) {
        return execute(ports.webIdentities().verify(request.webIdentityToken()), request.role());
    }

    AssumedRole execute(WebIdentity identity, RoleRequest request) {
        Role role = ports.roles()
                .find(request.roleArn())
                .orElseThrow(() ->
                        StsFault.notAuthorizedToAssumeRoleWithWebIdentity().because("no role " + request.roleArn()));
        Decision decision = role.trustPolicy().decide(trustRequest(identity));
        if (!(decision instanceof Decision.Allow)) {
            throw StsFault.notAuthorizedToAssumeRoleWithWebIdentity()
                    .because("trust policy of " + request.roleArn() + ": " + decision);
        }
        // Only after the trust policy: who may not assume the role does not learn its limits either.
        if (request.duration().compareTo(role.maxSessionDuration()) > 0) {
            throw StsFault.durationExceedsRole();
        }
        return assumed(identity, role, request.sessionName(), request.duration());
    }

    private AssumedRole assumed(WebIdentity identity, Role role, RoleSessionName sessionName, Duration duration) {
        Instant now = Instant.ofEpochSecond(ports.clock().instant().getEpochSecond());
        Credentials credentials = issuer.issue(accessKeyId -> new Session(
                accessKeyId,
                role.id(),
                sessionName,
                identity.provider(),
                identity.subject(),
                identity.audience(),
                identity.amr(),
                now,
                now.plus(duration)));
        Caller caller = new Caller(role, sessionName);
        return new AssumedRole(credentials, caller.userId(), caller.arn(), identity);
    }

    private static TrustRequest trustRequest(WebIdentity identity) {
        ConditionContext.Builder context = ConditionContext.builder();
        for (String prefix : identity.keyPrefixes()) {
            context.single(prefix + ":aud", identity.audience());
            context.single(prefix + ":sub", identity.subject());
            context.multi(prefix + ":amr", identity.amr());
        }
        return new TrustRequest(identity.federatedPrincipals(), ACTION, context.build());
    }
}
