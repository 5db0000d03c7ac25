package io.keypool.sts.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.sts.StsFault;
import io.keypool.sts.keycloak.token.Reason;
import io.keypool.sts.keycloak.token.Unproven;
import java.util.function.Supplier;

/**
 * What STS says of a SAML assertion that proves nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html">IAM User Guide, Troubleshoot
 *     SAML federation</a>
 */
final class AssertionRefusals {

    private AssertionRefusals() {}

    /** @throws AwsFault InvalidIdentityToken, ExpiredTokenException, IDPRejectedClaim or IDPCommunicationError */
    static <T> T translated(Supplier<T> verification) {
        try {
            return verification.get();
        } catch (Unproven unproven) {
            throw unproven.as(AssertionRefusals::fault);
        }
    }

    private static AwsFault fault(Reason reason) {
        if (reason instanceof Reason.Expired expired) {
            return StsFault.tokenExpired(
                    expired.now().getEpochSecond(), expired.end().getEpochSecond());
        }
        if (reason instanceof Reason.Rejected rejected) {
            return StsFault.rejectedClaim(rejected.text());
        }
        if (reason instanceof Reason.KeysUnreachable || reason instanceof Reason.ProviderUnreachable) {
            return StsFault.providerUnreachable();
        }
        return StsFault.invalidAssertion(text(reason));
    }

    private static String text(Reason reason) {
        if (reason instanceof Reason.NotVerified) {
            return "Response signature invalid";
        }
        if (reason instanceof Reason.OtherIssuer) {
            return "Issuer not present in specified provider";
        }
        if (reason instanceof Reason.OtherAudience) {
            return "Response does not contain the required audience.";
        }
        if (reason instanceof Reason.MissingClaim missing) {
            return missing.claim() + " is required in AuthnResponse";
        }
        return reason instanceof Reason.Malformed ? "Your request included an invalid SAML response." : reason.text();
    }
}
