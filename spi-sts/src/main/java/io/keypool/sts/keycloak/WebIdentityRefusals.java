package io.keypool.sts.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.sts.StsFault;
import io.keypool.sts.keycloak.token.Reason;
import io.keypool.sts.keycloak.token.Unproven;
import java.util.function.Supplier;

/** What STS says of a web identity token that proves nothing. */
final class WebIdentityRefusals {

    private WebIdentityRefusals() {}

    /** @throws AwsFault InvalidIdentityToken, ExpiredTokenException, IDPRejectedClaim or IDPCommunicationError */
    static <T> T translated(Supplier<T> verification) {
        try {
            return verification.get();
        } catch (Unproven unproven) {
            throw unproven.as(WebIdentityRefusals::fault).because(cause(unproven));
        }
    }

    private static AwsFault fault(Reason reason) {
        if (reason instanceof Reason.Expired expired) {
            return StsFault.tokenExpired(
                    expired.now().getEpochSecond(), expired.end().getEpochSecond());
        }
        if (reason instanceof Reason.UnknownKey || reason instanceof Reason.KeysUnreachable) {
            return StsFault.noVerificationKey();
        }
        if (reason instanceof Reason.OtherAudience || reason.equals(new Reason.MissingClaim("aud"))) {
            return StsFault.incorrectAudience();
        }
        if (reason instanceof Reason.Rejected rejected) {
            return StsFault.rejectedClaim(rejected.text());
        }
        if (reason instanceof Reason.ProviderUnreachable) {
            return StsFault.providerUnreachable();
        }
        return reason instanceof Reason.Malformed ? StsFault.notAJwt() : StsFault.tokenNotValidated();
    }

    private static String cause(Unproven unproven) {
        return unproven.detail().orElseGet(() -> unproven.reason().text());
    }
}
