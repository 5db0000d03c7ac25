package io.keypool.sts.keycloak.token;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claims of an ID token; who asks for a claim that must be there gets it or refuses the token. */
public final class IdTokenClaims {

    private final Map<String, Object> claims;

    public IdTokenClaims(Map<String, Object> claims) {
        this.claims = claims;
    }

    /** @throws Unproven when it is missing */
    public String required(String claim) {
        return optional(claim).orElseThrow(() -> missing(claim));
    }

    /** A claim that is a string. */
    public Optional<String> optional(String claim) {
        return claims.get(claim) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    public Map<String, Object> all() {
        return Collections.unmodifiableMap(claims);
    }

    /** Whom the token is for: its {@code azp}, or else its first {@code aud}. */
    public String client() {
        return optional("azp").orElseGet(() -> audience().get(0));
    }

    public boolean has(String claim) {
        return claims.get(claim) != null;
    }

    /** @throws Unproven when it is missing or no time */
    public Instant requiredTime(String claim) {
        return time(claim).orElseThrow(() -> missing(claim));
    }

    /** RFC 7519, 2, NumericDate. */
    Optional<Instant> time(String claim) {
        return claims.get(claim) instanceof Number number && isTime(number.longValue())
                ? Optional.of(Instant.ofEpochSecond(number.longValue()))
                : Optional.empty();
    }

    private static boolean isTime(long epochSeconds) {
        return epochSeconds >= 0 && epochSeconds <= Instant.MAX.getEpochSecond();
    }

    /** @throws Unproven when there is none */
    public List<String> audience() {
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

    private static Unproven missing(String claim) {
        return new Unproven(new Reason.MissingClaim(claim));
    }
}
