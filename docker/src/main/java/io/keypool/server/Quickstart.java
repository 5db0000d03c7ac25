package io.keypool.server;

import java.io.IOException;
import java.nio.file.Path;

/** Runs the demo server in the foreground until it is interrupted; its data stays for the next time. */
public final class Quickstart {

    private static final String PORT = "keypool.port";

    private Quickstart() {}

    /** Arguments: the home, the folder for the data. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int port = Integer.getInteger(PORT, 8080);
        if (Loopback.isTaken(port)) {
            System.err.printf(
                    "Port %d is in use. Stop what listens there, or choose another: -D%s=%d%n", port, PORT, port + 1);
            System.exit(1);
        }
        var settings = ServerSettings.of(KeycloakHome.at(Path.of(args[0])), Path.of(args[1]))
                .withPort(port)
                .withOptions(KeycloakHome.QUICK_JVM);
        try (var server = ServerProcess.start(settings)) {
            System.out.println(new FirstCredentials(server.url()).text());
            System.exit(server.waitFor());
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
