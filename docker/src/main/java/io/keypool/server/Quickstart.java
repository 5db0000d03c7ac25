package io.keypool.server;

import io.keypool.npm.Built;
import io.keypool.webapp.WebApp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Runs the demo server and the sample page in the foreground until interrupted; the data stay for the next time. */
public final class Quickstart {

    private static final String PORT = "keypool.port";
    private static final String APP_PORT = "keypool.app.port";

    private Quickstart() {}

    /** Arguments: the home, the folder for the data, the folder of the sample page, that of the consoles' pages. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int port = freePort(PORT, 8080);
        int appPort = freePort(APP_PORT, 8088);
        var settings = ServerSettings.of(KeycloakHome.at(Path.of(args[0])), Path.of(args[1]))
                .withPort(port)
                .withOptions(KeycloakHome.QUICK_JVM)
                .withEnvironment(Map.of("KEYPOOL_APP_PORT", Integer.toString(appPort)));
        try (var server = ServerProcess.start(settings)) {
            String page = serve(new Built(Path.of(args[2])), server.url(), appPort);
            String console = new AdminConsole(server.url()).announce(new Built(Path.of(args[3])));
            System.out.println(new FirstCredentials(server.url(), page, console).text());
            System.exit(server.waitFor());
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** What is said of the page. It lives as long as we do. */
    private static String serve(Built page, URI keypool, int port) throws IOException {
        if (!page.isThere()) {
            return "There is no sample page: " + page.reasonOfAbsence();
        }
        return "The whole story on one page: "
                + WebApp.start(keypool, page.folder(), port).url();
    }

    private static int freePort(String option, int normal) {
        int port = Integer.getInteger(option, normal);
        if (Loopback.isTaken(port)) {
            System.err.printf(
                    "Port %d is in use. Stop what listens there, or choose another: -D%s=%d%n", port, option, port + 1);
            System.exit(1);
        }
        return port;
    }
}
