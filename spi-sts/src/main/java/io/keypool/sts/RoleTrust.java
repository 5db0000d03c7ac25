package io.keypool.sts;

import io.keypool.policy.TrustPolicy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The trust policies of a realm's roles: what they may say, whichever way they come in.
 *
 * @param realmName the realm whose identity pools issue web identity tokens
 */
public record RoleTrust(String realmName) {

    private static final String COGNITO = "cognito-identity.amazonaws.com";
    private static final String ADVICE = "add \"StringEquals\": {\"" + COGNITO
            + ":aud\": \"the id of your identity pool\"} to the statement, or every pool is trusted";
    private static final String ADVICE_FOR_REALM = "add \"StringEquals\": {\"the realm's issuer:aud\": \"the id of your"
            + " client\"} to the statement, or every client of the realm is trusted";

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
     * @throws io.keypool.policy.InvalidPolicyException also when it lets in the identities of every pool, or users of
     *     the realm by whichever client
     */
    public TrustPolicy accept(String document) {
        return parse(document).requireAudience(this::isPools, ADVICE).requireAudience(this::isRealm, ADVICE_FOR_REALM);
    }

    /** Under any name that the issuer of the pools has had: a server's address may change. */
    private boolean isPools(String name) {
        return name.toLowerCase(Locale.ROOT).equals(COGNITO) || endsWithRealm(name, "/identity-pool");
    }

    /** Nobody has listed its clients, as AWS wants it for every provider: a role has to name its own. */
    private boolean isRealm(String name) {
        return endsWithRealm(name, "");
    }

    private boolean endsWithRealm(String name, String path) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return Stream.of(realmName, escaped(realmName))
                .map(realm -> ("/realms/" + realm + path).toLowerCase(Locale.ROOT))
                .anyMatch(lowerCase::endsWith);
    }

    private static String escaped(String realm) {
        try {
            return new URI(null, null, "/" + realm, null).toASCIIString().substring(1);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
