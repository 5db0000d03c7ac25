package io.keypool.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One of the callers: sends its request again as soon as the answer is there, until the time is over. */
final class Caller implements Callable<Caller> {

    /** Enough to see that it is broken, few enough not to spin. */
    private static final int FAILURE_LIMIT = 100;

    private final URI server;
    private final byte[] request;
    private final byte[] mark;
    private final long deadline;
    private final Histogram latencies = new Histogram();
    private int failures;
    private @Nullable String firstFailure;

    Caller(URI server, byte[] request, byte[] mark, long deadline) {
        this.server = server;
        this.request = request;
        this.mark = mark;
        this.deadline = deadline;
    }

    @Override
    public Caller call() {
        while (failures < FAILURE_LIMIT && System.nanoTime() - deadline < 0) {
            try (var connection = Connection.to(server)) {
                callOn(connection);
            } catch (IOException broken) {
                failed(broken.toString());
            }
        }
        return this;
    }

    Histogram latencies() {
        return latencies;
    }

    int failures() {
        return failures;
    }

    @Nullable
    String firstFailure() {
        return firstFailure;
    }

    private void callOn(Connection connection) throws IOException {
        long start = System.nanoTime();
        while (failures < FAILURE_LIMIT) {
            Answer answer = connection.send(request);
            long end = System.nanoTime();
            if (end - deadline >= 0) {
                return;
            }
            if (answer.isSuccess() && answer.holds(mark)) {
                latencies.add(end - start);
            } else {
                failed(answer.toString());
            }
            start = end;
        }
    }

    private void failed(String what) {
        failures++;
        if (firstFailure == null) {
            firstFailure = what;
        }
    }
}
