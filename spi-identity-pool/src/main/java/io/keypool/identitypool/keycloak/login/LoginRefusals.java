package io.keypool.identitypool.keycloak.login;

import io.keypool.aws.AwsFault;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.keycloak.RealmPoolIssuer;
import io.keypool.sts.keycloak.token.Reason;
import io.keypool.sts.keycloak.token.Unproven;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What Cognito says of a login that proves nothing. */
final class LoginRefusals {

    private final KeycloakSession session;
    private final RealmModel realm;

    LoginRefusals(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** @throws AwsFault NotAuthorizedException or ExternalServiceException, for a login that proves nothing */
    <T> T translated(Supplier<T> verification) {
        try {
            return verification.get();
        } catch (Unproven unproven) {
            throw unproven.as(this::fault);
        }
    }

    /** @throws AwsFault NotAuthorizedException when it was used already */
    void use(Runnable oneTime) {
        try {
            oneTime.run();
        } catch (Unproven used) {
            throw used.as(this::fault);
        }
    }

    private AwsFault fault(Reason reason) {
        if (reason instanceof Reason.OtherAudience) {
            return CognitoFault.unsupportedProvider();
        }
        if (reason instanceof Reason.KeysUnreachable || reason instanceof Reason.ProviderUnreachable) {
            return CognitoFault.providerUnavailable();
        }
        return reason instanceof Reason.OtherIssuer other && isOfPools(other.issuer())
                ? CognitoFault.poolTokenAsLogin()
                : CognitoFault.invalidLoginToken(reason.text());
    }

    private boolean isOfPools(String issuer) {
        return issuer.equals(RealmPoolIssuer.of(session, realm).url());
    }
}
