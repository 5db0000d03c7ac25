package io.keypool.sts;

import io.keypool.policy.TrustPolicy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The trust policies of a realm's roles: what they may say, whichever way they come in.
 *
 * @param realmName the realm whose identity pools issue web identity tokens
 */
public record RoleTrust(String realmName) {

    private static final String COGNITO = "cognito-identity.amazonaws.com";
    private static final String ADVICE = "add \"StringEquals\": {\"" + COGNITO
            + ":aud\": \"the id of your identity pool\"} to the statement, or every pool is trusted";

    /**
     * Reads a policy that a role has.
     *
     * @throws io.keypool.policy.InvalidPolicyException naming the place, for whatever is not understood
     */
    public static TrustPolicy parse(String document) {
        return TrustPolicy.parse(document, RequestFacts.TRUST_POLICY_KEYS);
    }

    /**
     * Reads a policy that a role is to have.
     *
     * @throws io.keypool.policy.InvalidPolicyException also when it lets in the identities of every pool
     */
    public TrustPolicy accept(String document) {
        return parse(document).requireAudience(this::isPools, ADVICE);
    }

    /** Under any name that the issuer of the pools has had: a server's address may change. */
    private boolean isPools(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return lowerCase.equals(COGNITO)
                || lowerCase.endsWith(issuerEnd(realmName))
                || lowerCase.endsWith(issuerEnd(escaped(realmName)));
    }

    private static String issuerEnd(String realm) {
        return ("/realms/" + realm + "/identity-pool").toLowerCase(Locale.ROOT);
    }

    private static String escaped(String realm) {
        try {
            return new URI(null, null, "/" + realm, null).toASCIIString().substring(1);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
