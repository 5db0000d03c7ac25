package io.keypool.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls one operation for some seconds, each caller on its own connection. */
record Load(URI server, Operation operation, List<byte[]> requests) {

    Measurement run(int seconds) throws InterruptedException {
        byte[] mark = operation.mark().getBytes(ISO_8859_1);
        long deadline = System.nanoTime() + SECONDS.toNanos(seconds);
        var callers = requests.stream()
                .map(request -> new Caller(server, request, mark, deadline))
                .toList();
        var threads = Executors.newFixedThreadPool(callers.size());
        try {
            return measurement(threads.invokeAll(callers), seconds);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Measurement measurement(List<Future<Caller>> ended, int seconds) throws InterruptedException {
        var latencies = new Histogram();
        var callers = ended.stream().map(Load::caller).toList();
        callers.forEach(caller -> latencies.addAll(caller.latencies()));
        return new Measurement(
                (double) latencies.total() / seconds,
                latencies.percentile(0.50),
                latencies.percentile(0.99),
                callers.stream().mapToLong(Caller::failures).sum(),
                callers.stream()
                        .map(Caller::firstFailure)
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    private static Caller caller(Future<Caller> ended) {
        try {
            return ended.get();
        } catch (InterruptedException | ExecutionException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
