package io.keypool.identitypool;

import io.keypool.aws.Arn;
import io.keypool.aws.AwsFault;
import io.keypool.aws.Secret;
import io.keypool.sts.AssumedRole;
import io.keypool.sts.RoleRequest;
import io.keypool.sts.RoleSessionName;
import io.keypool.sts.SessionPolicies;
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

    static final String NAME = "GetCredentialsForIdentity";

    private final Ports ports;
    private final Callers callers;

    GetCredentialsForIdentity(Ports ports) {
        this.ports = ports;
        this.callers = new Callers(ports, NAME, TokenUse.USED_UP);
    }

    IssuedCredentials execute(GetCredentialsForIdentityRequest request) {
        KnownIdentity known = KnownIdentity.find(ports, request.identity());
        return request.logins()
                .of(PoolIssuer.PROVIDER)
                .map(token -> issue(known.pool(), user(known, token, request.logins()), request))
                .orElseGet(() ->
                        known.answer(ports, callers, request.logins(), caller -> issue(known.pool(), caller, request)));
    }

    private Resolved user(KnownIdentity known, Secret token, Logins logins) {
        if (logins.byProvider().size() > 1) {
            throw CognitoFault.poolTokenWithOthers();
        }
        return new DeveloperTokens(ports, callers).resolve(known, token);
    }

    private IssuedCredentials issue(IdentityPool pool, Resolved caller, GetCredentialsForIdentityRequest request) {
        Arn role = new RoleChoice(pool.roles()).role(caller, request.customRoleArn());
        WebIdentity identity =
                ports.issuer().get().webIdentity(caller.identity(), pool.id(), caller.amr(), caller.tags(pool));
        SessionPolicies policies = caller.isGuest() ? SessionPolicies.inline(pool.guestPolicy()) : SessionPolicies.NONE;
        RoleRequest wanted = new RoleRequest(role, SESSION_NAME, SESSION_DURATION, policies);
        return new IssuedCredentials(caller.identity(), assume(identity, wanted).credentials());
    }

    private AssumedRole assume(WebIdentity identity, RoleRequest wanted) {
        try {
            return ports.sts().assumeRole(identity, wanted);
        } catch (AwsFault refused) {
            throw CognitoFault.rolesNotUsable().because(refused);
        }
    }
}
