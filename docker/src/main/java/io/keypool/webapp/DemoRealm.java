package io.keypool.webapp;

import java.net.URI;

/**
 * What the page has to know of the realm {@code demo}, and the realm of the page.
 *
 * @param keypool the server's URL
 * @param page the page's own
 */
record DemoRealm(URI keypool, URI page) {

    private static final String CONFIG = """
            {
              "keycloak": "{keypool}",
              "realm": "demo",
              "clientId": "demo-app",
              "provider": "{authority}/realms/demo",
              "region": "us-east-1",
              "identityPoolId": "us-east-1:00000000-0000-4000-8000-000000000001",
              "identityPool": "{keypool}/realms/demo/identity-pool",
              "sts": "{keypool}/realms/demo/sts",
              "files": "{page}"
            }
            """;

    /** The page's {@code /config.json}. */
    String config() {
        return CONFIG.replace("{keypool}", keypool.toString())
                .replace("{authority}", keypool.getAuthority())
                .replace("{page}", page.toString());
    }

    /** Where a gateway asks whether a request may pass. */
    URI question() {
        return keypool.resolve("/realms/demo/sts/authorize/forward");
    }

    /** What the page may load and whom it may call: itself and Keypool, which shows its hidden frame, too. */
    String contentSecurityPolicy() {
        return "default-src 'self'; connect-src 'self' " + keypool + "; frame-src 'self' " + keypool
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; object-src 'none'";
    }
}
