package io.keypool.policy;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which condition keys a document may use.
 *
 * <p>A trust policy is held to the keys that the token service fills: on any other a {@code Deny} would never match.
 * What an identity policy may be asked about is not known beforehand, so there every well-formed key may stand.
 */
record ConditionKeys(boolean everything, Set<String> filled) {
    /** Namespaces of keys that AWS fills and a web identity does not; {@code saml:aud} and {@code saml:sub} exist. */
    private static final Set<String> NOT_PROVIDERS = Set.of("aws", "saml", "sts");

    static final ConditionKeys ANY = new ConditionKeys(true, Set.of());

    ConditionKeys {
        filled = Set.copyOf(filled);
    }

    /** The claims of web identities and these; one that ends with a slash stands for all keys that begin with it. */
    static ConditionKeys ofTrustPolicies(Set<String> filled) {
        return new ConditionKeys(
                false,
                filled.stream().map(key -> key.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet()));
    }

    /** A namespace, a colon and a name; after a slash there is the name of a tag, in any characters. */
    static boolean isWellFormed(String key) {
        int slash = key.indexOf('/');
        String head = slash < 0 ? key : key.substring(0, slash);
        int colon = key.indexOf(':');
        return colon > 0
                && colon < key.length() - 1
                && head.chars().allMatch(c -> c > ' ' && c < 0x7f && "*?${}',".indexOf(c) < 0)
                && key.chars().noneMatch(Character::isISOControl);
    }

    boolean allow(String key) {
        String lowerCaseKey = key.toLowerCase(Locale.ROOT);
        return everything ? isWellFormed(key) : isFilled(lowerCaseKey) || isClaim(key, lowerCaseKey);
    }

    String expectation() {
        return everything
                ? "a namespace, a colon and a name"
                : "a provider's name, without https://, and :aud, :oaud, :sub or :amr";
    }

    private boolean isFilled(String lowerCaseKey) {
        int slash = lowerCaseKey.indexOf('/');
        return filled.contains(lowerCaseKey)
                || (slash >= 0
                        && slash < lowerCaseKey.length() - 1
                        && filled.contains(lowerCaseKey.substring(0, slash + 1)));
    }

    /** Looks at the key as written, since lower case maps some letters outside ASCII into it. */
    private static boolean isClaim(String key, String lowerCaseKey) {
        String provider = key.substring(0, Math.max(0, key.lastIndexOf(':')));
        return TokenClaim.ofKey(lowerCaseKey).isPresent()
                && !provider.isEmpty()
                && !provider.contains("://")
                && !NOT_PROVIDERS.contains(provider.toLowerCase(Locale.ROOT))
                && provider.chars().allMatch(c -> c > ' ' && c < 0x7f && "*?$".indexOf(c) < 0);
    }
}
