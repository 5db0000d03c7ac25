package io.keypool.it;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** Waits for a server in a container that has the network of this machine, and so no ports that were mapped. */
final class HealthOnThisMachine extends AbstractWaitStrategy {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 500;

    private final URI endpoint;
    private final RawHttp http = new RawHttp();

    HealthOnThisMachine(URI endpoint) {
        this.endpoint = endpoint;
        this.startupTimeout = PATIENCE;
    }

    @Override
    protected void waitUntilReady() {
        Instant end = Instant.now().plus(startupTimeout);
        while (!isReady()) {
            if (Instant.now().isAfter(end) || !waitStrategyTarget.isRunning()) {
                throw new ContainerLaunchException("The server was not ready: " + waitStrategyTarget.getLogs());
            }
            pause();
        }
    }

    private boolean isReady() {
        try {
            return http.get(endpoint).statusCode() == 200;
        } catch (UncheckedIOException notListening) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
