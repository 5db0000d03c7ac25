package io.keypool.sts.spi;

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

    /** The key of that id, as long as tokens signed with it are to be accepted. */
    Optional<VerificationKey> key(String keyId);

    /** Whether a token for that audience is one of this realm's. */
    boolean acceptsAudience(String audience);
}
