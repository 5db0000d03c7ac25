package io.keypool.it;

import io.keypool.server.KeycloakHome;
import io.keypool.server.ServerProcess;
import io.keypool.server.ServerSettings;
import java.io.Closeable;
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
 * property {@code keypool.url} the tests run against a server that is up already, with {@code keypool.image} in a
 * container of that image.
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
        private final Closeable server;

        Running() {
            String url = System.getProperty(URL);
            if (url != null) {
                this.stubs = Optional.empty();
                this.server = () -> {};
                this.keypool = new Keypool(URI.create(url));
                return;
            }
            try {
                Path work = Path.of(System.getProperty("keypool.work"));
                Files.createDirectories(work);
                Path data = Files.createTempDirectory(work, "suite-");
                StubProviders providers = StubProviders.start(data);
                this.stubs = Optional.of(providers);
                ServerSettings settings = settings(data, providers);
                this.server = start(settings);
                this.keypool = new Keypool(settings.url());
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            }
        }

        StubProviders stubs() {
            return stubs.orElseThrow();
        }

        @Override
        public void close() throws IOException {
            server.close();
            if (stubs.isPresent()) {
                stubs.get().close();
            }
        }

        private static ServerSettings settings(Path data, StubProviders providers) {
            return ServerSettings.of(KeycloakHome.at(Path.of(System.getProperty("keypool.home"))), data)
                    .withOptions(providers.serverOptions())
                    .withOptions(Keypool.statisticsInterval(1))
                    .withLog(data.resolve("server.log"));
        }

        private static Closeable start(ServerSettings settings) throws IOException {
            String image = System.getProperty(ImageServer.IMAGE);
            if (image != null) {
                return ImageServer.start(image, settings)::close;
            }
            try {
                return ServerProcess.start(settings)::close;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
