package io.keypool.identitypool.keycloak.login;

import io.keypool.identitypool.CognitoFault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claims of an ID token; who asks for a claim that must be there gets it or refuses the token. */
final class IdTokenClaims {

    private final Map<String, Object> claims;

    IdTokenClaims(Map<String, Object> claims) {
        this.claims = claims;
    }

    /** @throws io.keypool.aws.AwsFault NotAuthorizedException when it is missing */
    String required(String claim) {
        return optional(claim).orElseThrow(() -> missing(claim));
    }

    /** A claim that is a string. */
    Optional<String> optional(String claim) {
        return claims.get(claim) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    boolean has(String claim) {
        return claims.get(claim) != null;
    }

    /** @throws io.keypool.aws.AwsFault NotAuthorizedException when it is missing or no time */
    Instant requiredTime(String claim) {
        return time(claim).orElseThrow(() -> missing(claim));
    }

    /** RFC 7519, 2, NumericDate. */
    Optional<Instant> time(String claim) {
        return claims.get(claim) instanceof Number number
                ? Optional.of(Instant.ofEpochSecond(number.longValue()))
                : Optional.empty();
    }

    /** @throws io.keypool.aws.AwsFault NotAuthorizedException when there is none */
    List<String> audience() {
        List<String> audience = strings(claims.get("aud"));
        if (audience.isEmpty()) {
            throw missing("aud");
        }
        return audience;
    }

    private static List<String> strings(@Nullable Object claim) {
        if (claim instanceof String text) {
            return List.of(text);
        }
        return claim instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static RuntimeException missing(String claim) {
        return CognitoFault.invalidLoginToken("Missing a required claim: " + claim);
    }
}
