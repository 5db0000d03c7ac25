package io.keypool.it;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import io.keypool.server.ServerEnvironment;
import io.keypool.server.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.testcontainers.images.PullPolicy;
import org.testcontainers.utility.MountableFile;

/**
 * The server of the run in a container, on PostgreSQL, since the image is built for it. It has the network of this
 * machine: so it is {@code localhost} with the same port to itself, to the tests and to what the tests start for it.
 */
final class ImageServer implements AutoCloseable {

    /** The system property that names the image. */
    static final String IMAGE = "keypool.image";

    private static final String REALMS = "data/import";
    private static final int READABLE = 0755;

    private final Postgres database;
    private final KeycloakContainer container;

    private ImageServer(Postgres database, KeycloakContainer container) {
        this.database = database;
        this.container = container;
    }

    /**
     * Returns when the server is ready.
     *
     * @param settings of the server as it would be a process; what its options name in the folder of its data is at the
     *     same place in the container
     */
    static ImageServer start(String image, ServerSettings settings) throws IOException {
        Postgres database =
                Postgres.start(Objects.requireNonNull(settings.data().getParent(), "data have a folder around them"));
        ServerSettings onPostgres = settings.withPostgres(database.url(), Postgres.USER, Postgres.PASSWORD);
        ImageServer server = new ImageServer(database, container(image, onPostgres));
        try {
            server.container.start();
            return server;
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    private static KeycloakContainer container(String image, ServerSettings settings) {
        Path realms = settings.home().directory().resolve(REALMS);
        Path log = settings.data().resolve("server.log");
        KeycloakContainer container = new KeycloakContainer(image)
                .withImagePullPolicy(PullPolicy.defaultPolicy())
                .withNetworkMode("host")
                .withOptimizedFlag()
                .withEnv(ServerEnvironment.of(settings))
                .withCopyFileToContainer(MountableFile.forHostPath(realms, READABLE), "/opt/keycloak/" + REALMS)
                .withCopyFileToContainer(
                        MountableFile.forHostPath(settings.data(), READABLE),
                        settings.data().toString())
                .withLogConsumer(frame -> append(log, frame.getUtf8String()))
                .waitingFor(new HealthOnThisMachine(settings.readiness()));
        settings.options().forEach(container::withCustomCommand);
        // It maps none of them: they are this machine's own.
        container.setExposedPorts(List.of());
        return container;
    }

    private static void append(Path log, String text) {
        try {
            Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() throws IOException {
        container.stop();
        database.close();
    }
}
