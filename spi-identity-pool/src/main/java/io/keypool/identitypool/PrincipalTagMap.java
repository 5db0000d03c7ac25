package io.keypool.identitypool;

import io.keypool.aws.Tags;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which claims of a provider's logins become tags of their sessions.
 *
 * @param useDefaults whether it is {@link #DEFAULTS}, as AWS has them
 * @param claims by the key of the tag, at most 50
 * @see <a
 *     href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetPrincipalTagAttributeMap.html">AWS</a>
 */
public record PrincipalTagMap(boolean useDefaults, Map<String, String> claims) {

    public static final Map<String, String> DEFAULTS = Map.of("username", "sub", "client", "aud");

    /** Cognito API, PrincipalTags. */
    public static final int MAX_CLAIM = 256;

    public static final PrincipalTagMap NONE = new PrincipalTagMap(false, Map.of());

    /** @throws IllegalArgumentException for keys that no tags can have, and for other claims than the defaults' */
    public PrincipalTagMap {
        if (useDefaults && !claims.isEmpty() && !claims.equals(DEFAULTS)) {
            throw new IllegalArgumentException("principal tags are either the defaults, or others");
        }
        Map<String, String> effective = useDefaults ? DEFAULTS : claims;
        requireKeys(effective);
        effective.values().forEach(PrincipalTagMap::requireClaim);
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(effective));
    }

    /** What {@link Tags} are is written there alone. */
    private static void requireKeys(Map<String, String> claims) {
        new Tags(claims.keySet().stream().collect(Collectors.toMap(key -> key, key -> "")));
    }

    private static void requireClaim(String claim) {
        if (claim.isEmpty() || claim.codePointCount(0, claim.length()) > MAX_CLAIM) {
            throw new IllegalArgumentException("a claim of principal tags has 1 to " + MAX_CLAIM + " characters");
        }
    }
}
