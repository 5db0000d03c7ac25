package io.keypool.server;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One running server, a child process that does not outlive us. */
public final class ServerProcess implements AutoCloseable {

    private static final int STOP_SECONDS = 30;

    private final ServerSettings settings;
    private final Process process;
    private final Thread shutdownHook;

    private ServerProcess(ServerSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
        this.shutdownHook = new Thread(() -> end(process), "stop Keycloak");
    }

    /** Returns when the server is ready, or fails with the end of its log. */
    public static ServerProcess start(ServerSettings settings) throws IOException, InterruptedException {
        Files.createDirectories(settings.data());
        var server = new ServerProcess(settings, command(settings).start());
        Runtime.getRuntime().addShutdownHook(server.shutdownHook);
        try {
            new Readiness(settings.readiness(), server.process).await();
            return server;
        } catch (InterruptedException e) {
            server.close();
            throw e;
        } catch (IllegalStateException e) {
            server.close();
            throw new IllegalStateException(e.getMessage() + LogTail.of(settings.log()), e);
        }
    }

    public URI url() {
        return settings.url();
    }

    /** Waits until the server ends and returns its exit code. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends the server without asking it (SIGKILL), as a crash would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks the server to stop (SIGTERM), waits, and kills it if it does not. */
    @Override
    public void close() {
        end(process);
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // We are shutting down ourselves: the hook finds an ended process.
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessBuilder command(ServerSettings settings) {
        var arguments = new ArrayList<>(List.of("start", "--optimized", "--import-realm"));
        arguments.add("-Dquarkus.transaction-manager.object-store.directory="
                + settings.data().resolve("transaction-logs"));
        arguments.addAll(settings.options());
        var builder = KeycloakCommand.of(settings.home(), arguments);
        builder.environment().putAll(ServerEnvironment.of(settings));
        return output(builder, settings.log());
    }

    private static ProcessBuilder output(ProcessBuilder builder, @Nullable Path log) {
        if (log == null) {
            return builder.inheritIO();
        }
        return builder.redirectErrorStream(true).redirectOutput(log.toFile());
    }
}
