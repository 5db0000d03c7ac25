package io.keypool.identitypool;

import io.keypool.aws.Arn;
import io.keypool.aws.AwsFault;
import io.keypool.sts.AssumedRole;
import io.keypool.sts.RoleRequest;
import io.keypool.sts.RoleSessionName;
import io.keypool.sts.WebIdentity;
import java.time.Duration;

/**
 * @see <a
 *     href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html">AWS</a>
 */
final class GetCredentialsForIdentity {

    /** As AWS names and times the sessions of the enhanced flow; neither can be chosen. */
    private static final RoleSessionName SESSION_NAME = new RoleSessionName("CognitoIdentityCredentials");

    private static final Duration SESSION_DURATION = Duration.ofHours(1);

    private final Ports ports;

    GetCredentialsForIdentity(Ports ports) {
        this.ports = ports;
    }

    IssuedCredentials execute(GetCredentialsForIdentityRequest request) {
        KnownIdentity known = KnownIdentity.find(ports, request.identity());
        Guests.admit(known.pool(), request.logins());
        Arn role = role(known.pool(), request);
        WebIdentity guest = ports.issuer()
                .get()
                .webIdentity(request.identity(), known.pool().id(), Guests.AMR);
        return new IssuedCredentials(request.identity(), assume(guest, role).credentials());
    }

    private static Arn role(IdentityPool pool, GetCredentialsForIdentityRequest request) {
        Arn role = pool.unauthenticatedRole()
                .orElseThrow(() -> CognitoFault.rolesNotUsable().because("the pool has no role for guests"));
        request.customRoleArn()
                .filter(custom -> !custom.equals(role.toString()))
                .ifPresent(custom -> {
                    throw CognitoFault.roleForbidden(custom);
                });
        return role;
    }

    private AssumedRole assume(WebIdentity guest, Arn role) {
        try {
            return ports.sts().assumeRole(guest, new RoleRequest(role, SESSION_NAME, SESSION_DURATION));
        } catch (AwsFault refused) {
            throw CognitoFault.rolesNotUsable()
                    .because(refused.code() + ": " + refused.detail().orElse(refused.message()));
        }
    }
}
