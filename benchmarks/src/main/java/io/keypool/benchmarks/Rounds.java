package io.keypool.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * All operations in turn, again and again, each round beginning with another one: what disturbs the machine for a
 * while, or grows with time, meets all of them alike.
 */
final class Rounds {

    private final Settings settings;
    private final Operations operations;
    private final Results results = new Results();

    Rounds(Settings settings, Operations operations) {
        this.settings = settings;
        this.operations = operations;
    }

    Results run() throws IOException, InterruptedException {
        warmUp();
        for (int round = 1; round <= settings.rounds(); round++) {
            measure(round);
        }
        return results;
    }

    private void warmUp() throws IOException, InterruptedException {
        System.out.println("Warming up");
        Map<Operation, List<byte[]>> requests = operations.prepare();
        for (Operation operation : Operation.values()) {
            load(operation, requests).run(settings.warmup());
        }
    }

    private void measure(int round) throws IOException, InterruptedException {
        Map<Operation, List<byte[]>> requests = operations.prepare();
        for (Operation operation : order(round)) {
            Measurement measured = load(operation, requests).run(settings.seconds());
            results.add(operation, measured);
            System.out.printf("Round %d: %s: %.0f/s%n", round, operation.title(), measured.perSecond());
        }
    }

    private Load load(Operation operation, Map<Operation, List<byte[]>> requests) {
        return new Load(operations.server(), operation, requests.getOrDefault(operation, List.of()));
    }

    private static List<Operation> order(int round) {
        List<Operation> order = Arrays.asList(Operation.values());
        Collections.rotate(order, -round);
        return order;
    }
}
