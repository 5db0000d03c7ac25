package io.keypool.it;

import io.keypool.server.KeycloakHome;
import io.keypool.server.ServerProcess;
import io.keypool.server.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one server of the run: started when the first test asks, stopped after the last. With the system
 * property {@code keypool.url} the tests run against a server that is up already.
 */
public final class KeypoolExtension implements ParameterResolver {

    private static final String URL = "keypool.url";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Keypool.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(KeypoolExtension.class))
                .computeIfAbsent("server", key -> new Running(), Running.class)
                .keypool;
    }

    private static final class Running implements AutoCloseable {

        private final Keypool keypool;
        private final Runnable stop;

        Running() {
            String url = System.getProperty(URL);
            if (url != null) {
                this.stop = () -> {};
                this.keypool = new Keypool(URI.create(url));
                return;
            }
            ServerProcess process = start();
            this.stop = process::close;
            this.keypool = new Keypool(process.url());
        }

        @Override
        public void close() {
            stop.run();
        }

        private static ServerProcess start() {
            Path work = Path.of(System.getProperty("keypool.work"));
            try {
                Files.createDirectories(work);
                Path data = Files.createTempDirectory(work, "suite-");
                return ServerProcess.start(
                        ServerSettings.of(KeycloakHome.at(Path.of(System.getProperty("keypool.home"))), data)
                                .withLog(data.resolve("server.log")));
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
