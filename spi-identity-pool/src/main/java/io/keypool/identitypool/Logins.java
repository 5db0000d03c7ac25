package io.keypool.identitypool;

import io.keypool.aws.Secret;
import java.util.Map;

/** The tokens that a caller presents, by provider name. None and an empty map are the same: a guest. */
public record Logins(Map<String, Secret> byProvider) {

    public static final Logins NONE = new Logins(Map.of());

    public Logins {
        byProvider = Map.copyOf(byProvider);
    }

    public boolean isEmpty() {
        return byProvider.isEmpty();
    }
}
