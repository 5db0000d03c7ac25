package io.keypool.server;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Waits for the health endpoint to say ready, no longer than the process lives and never without end. */
record Readiness(URI endpoint, Process process) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 250;

    void await() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (process.waitFor(PAUSE_MILLIS, MILLISECONDS)) {
                throw new IllegalStateException(
                        "Keycloak ended with exit code " + process.exitValue() + " before it was ready");
            }
            if (isReady()) {
                return;
            }
        }
        throw new IllegalStateException("Keycloak was not ready after " + PATIENCE.toSeconds() + " seconds");
    }

    private boolean isReady() {
        try {
            var connection = (HttpURLConnection) endpoint.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == 200;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }
}
