package io.keypool.identitypool;

import io.keypool.aws.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens that a caller presents, by provider name and in the caller's order. None and an empty map are the same: a
 * guest.
 */
public record Logins(Map<String, Secret> byProvider) {

    public static final Logins NONE = new Logins(Map.of());

    public Logins {
        byProvider = Collections.unmodifiableMap(new LinkedHashMap<>(byProvider));
    }

    /** All but those of that provider. */
    Logins without(String provider) {
        Map<String, Secret> others = new LinkedHashMap<>(byProvider);
        others.remove(provider);
        return new Logins(others);
    }

    Optional<Secret> of(String provider) {
        return Optional.ofNullable(byProvider.get(provider));
    }

    public boolean isEmpty() {
        return byProvider.isEmpty();
    }
}
