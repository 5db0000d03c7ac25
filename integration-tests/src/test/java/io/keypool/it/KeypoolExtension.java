package io.keypool.it;

import io.keypool.server.KeycloakHome;
import io.keypool.server.ServerProcess;
import io.keypool.server.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one server of the run: started when the first test asks, stopped after the last. With the system
 * property {@code keypool.url} the tests run against a server that is up already.
 *
 * <p>The server that is started sees the {@link StubProviders} where it would see the public ones.
 */
public final class KeypoolExtension implements ParameterResolver {

    static final String URL = "keypool.url";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Keypool.class || type == StubProviders.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(KeypoolExtension.class))
                .computeIfAbsent("server", key -> new Running(), Running.class);
        return parameter.getParameter().getType() == StubProviders.class ? running.stubs() : running.keypool;
    }

    private static final class Running implements AutoCloseable {

        private final Keypool keypool;
        private final Optional<StubProviders> stubs;
        private final Optional<ServerProcess> process;

        Running() {
            String url = System.getProperty(URL);
            if (url != null) {
                this.stubs = Optional.empty();
                this.process = Optional.empty();
                this.keypool = new Keypool(URI.create(url));
                return;
            }
            try {
                Path work = Path.of(System.getProperty("keypool.work"));
                Files.createDirectories(work);
                Path data = Files.createTempDirectory(work, "suite-");
                StubProviders providers = StubProviders.start(data);
                this.stubs = Optional.of(providers);
                ServerProcess server = start(data, providers);
                this.process = Optional.of(server);
                this.keypool = new Keypool(server.url());
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            }
        }

        StubProviders stubs() {
            return stubs.orElseThrow();
        }

        @Override
        public void close() throws IOException {
            process.ifPresent(ServerProcess::close);
            if (stubs.isPresent()) {
                stubs.get().close();
            }
        }

        private static ServerProcess start(Path data, StubProviders providers) throws IOException {
            try {
                return ServerProcess.start(
                        ServerSettings.of(KeycloakHome.at(Path.of(System.getProperty("keypool.home"))), data)
                                .withOptions(providers.serverOptions())
                                .withOptions(Keypool.statisticsInterval(1))
                                .withLog(data.resolve("server.log")));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
