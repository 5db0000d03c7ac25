package io.keypool.sts.spi;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An issuer whose web identity tokens STS accepts in the current realm. */
public interface TrustedIssuer {

    /** What an answer names as Provider: {@code cognito-identity.amazonaws.com}, or an OIDC provider ARN. */
    String provider();

    /** Every name under which a policy's {@code Principal.Federated} may mean the issuer. */
    Set<String> federatedPrincipals();

    /** Every prefix of the issuer's condition keys. */
    Set<String> keyPrefixes();

    /**
     * The key of that id, as long as tokens signed with it are to be accepted.
     *
     * @param algorithm what the token's header claims, for issuers whose keys do not say what they are used with
     * @throws io.keypool.aws.AwsFault InvalidIdentityToken when the keys cannot be had
     */
    Optional<VerificationKey> key(String keyId, String algorithm);

    /** Whether a token for that audience is one of this realm's: the token's {@code azp}, or else its only one. */
    boolean acceptsAudience(String audience);

    /**
     * Refuses a token in which all else is good.
     *
     * @param claims of the token, which are verified
     * @throws io.keypool.aws.AwsFault InvalidIdentityToken or IDPRejectedClaim, for instance when it was revoked
     */
    default void check(Map<String, Object> claims) {}
}
