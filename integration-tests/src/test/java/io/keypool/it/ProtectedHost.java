package io.keypool.it;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A protected service of the realm {@code demo}, until it is closed. */
record ProtectedHost(Keypool keypool, String id) implements AutoCloseable {

    private static final String TYPE = "io.keypool.sts.keycloak.ProtectedServiceProvider";

    static ProtectedHost add(Keypool keypool, URI address, Map<String, List<String>> config) {
        Map<String, List<String>> all = new HashMap<>(config);
        all.put("hosts", List.of(address.getAuthority()));
        Map<String, Object> component = Map.of(
                "name",
                "it-" + address.getPort(),
                "providerType",
                TYPE,
                "providerId",
                "protected-service",
                "config",
                all);
        return new ProtectedHost(keypool, Admin.idOf(keypool.admin().post("/demo/components", component)));
    }

    @Override
    public void close() {
        keypool.admin().delete("/demo/components/" + id);
    }
}
