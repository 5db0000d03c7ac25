package io.keypool.server;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What a server is told in its environment, wherever it runs. */
public final class ServerEnvironment {

    private ServerEnvironment() {}

    /** In the environment, not on the command line, so that {@link ServerSettings#options} can replace each of them. */
    public static Map<String, String> of(ServerSettings settings) {
        var environment = new HashMap<String, String>();
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        environment.put("KC_CACHE", "local");
        environment.put("KC_DB_URL", h2(settings.data()));
        environment.put("KC_HOSTNAME", settings.url().toString());
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", Integer.toString(settings.port()));
        environment.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(settings.managementPort()));
        // Else each question for its readiness that comes too early is a line in the log.
        environment.put("KC_LOG_LEVEL_IO_SMALLRYE_HEALTH", "warn");
        // For realm files: a URL of this server is http://localhost:${KEYPOOL_PORT}/…
        environment.put("KEYPOOL_PORT", Integer.toString(settings.port()));
        environment.putAll(settings.environment());
        return environment;
    }

    /** Keycloak adds these parameters only to a URL that it makes itself; its schema needs the first. */
    private static String h2(Path data) {
        String file = data.resolve("keycloakdb").toString().replace(File.separatorChar, '/');
        return "jdbc:h2:file:" + file + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=0";
    }
}
