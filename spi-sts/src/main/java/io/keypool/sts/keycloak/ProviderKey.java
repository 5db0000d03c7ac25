package io.keypool.sts.keycloak;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.IdentityProviderModel;

/**
 * The name of one of the realm's identity providers in AWS's terms: logins are stored by it, and IAM's provider ARNs
 * end with it. It comes from who the provider is, not from its alias: an alias may be changed.
 */
public final class ProviderKey {

    public static final String GOOGLE = "accounts.google.com";
    public static final String FACEBOOK = "graph.facebook.com";
    public static final String AMAZON = "www.amazon.com";
    public static final String APPLE = "appleid.apple.com";
    public static final String TWITTER = "api.twitter.com";
    /** What the users of the realm are stored by, whatever the address of the server is. */
    public static final String REALM_USERS = "realm";

    private static final String SAML_PREFIX = "saml:";

    /** What logins are stored by that a pool's backend vouches for. */
    private static final String DEVELOPER_PREFIX = "developer:";

    private static final Map<String, String> WELL_KNOWN =
            Map.of("google", GOOGLE, "facebook", FACEBOOK, "twitter", TWITTER);

    /** Login with Amazon, Conceptual overview: the token endpoints of its three regions. */
    private static final Set<String> AMAZON_HOSTS = Set.of("api.amazon.com", "api.amazon.co.uk", "api.amazon.co.jp");

    private ProviderKey() {}

    /** Nothing for an identity provider that AWS has no name for. */
    public static Optional<String> of(IdentityProviderModel model) {
        String wellKnown = WELL_KNOWN.get(model.getProviderId());
        if (wellKnown != null) {
            return Optional.of(wellKnown);
        }
        if (isSaml(model)) {
            return config(model, "idpEntityId").map(ProviderKey::ofSaml);
        }
        if (isAmazon(model)) {
            return Optional.of(AMAZON);
        }
        return config(model, "issuer").map(ProviderKey::withoutScheme).filter(issuer -> !isReserved(issuer));
    }

    /** That of a SAML provider. */
    static String ofSaml(String entityId) {
        return SAML_PREFIX + entityId;
    }

    /** Whether the logins of an OpenID provider of that name would be taken for those of somebody else. */
    public static boolean isReserved(String issuer) {
        return issuer.equals(REALM_USERS) || issuer.startsWith(SAML_PREFIX) || issuer.startsWith(DEVELOPER_PREFIX);
    }

    public static boolean isSaml(IdentityProviderModel model) {
        return "saml".equals(model.getProviderId());
    }

    private static boolean isAmazon(IdentityProviderModel model) {
        return config(model, "tokenUrl")
                .map(ProviderKey::host)
                .filter(AMAZON_HOSTS::contains)
                .isPresent();
    }

    private static String host(String url) {
        try {
            return String.valueOf(URI.create(url).getHost());
        } catch (IllegalArgumentException noUrl) {
            return "";
        }
    }

    private static Optional<String> config(IdentityProviderModel model, String key) {
        return Optional.ofNullable(model.getConfig().get(key))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** An issuer as it stands in {@code Logins}. */
    public static String withoutScheme(String issuer) {
        int scheme = issuer.indexOf("://");
        return scheme < 0 ? issuer : issuer.substring(scheme + "://".length());
    }
}
