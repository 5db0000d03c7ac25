package io.keypool.benchmarks;

import static java.lang.String.format;
import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;

import java.util.stream.DoubleStream;

/** The results as Markdown that can also be read as it is. */
record Report(Settings settings, Machine machine, Results results) {

    private static final int FAILURE_LENGTH = 1500;

    String markdown() {
        var text = new StringBuilder("# Measured\n\n");
        circumstances(text);
        text.append("\n| operation | requests/s | p50 ms | p99 ms | failures | each round |\n");
        text.append("|---|--:|--:|--:|--:|---|\n");
        for (Operation operation : Operation.values()) {
            text.append(row(operation));
        }
        text.append("\n| ratio of requests/s | measured | wanted at least | each round |\n|---|--:|--:|---|\n");
        text.append(ratio(Operation.GET_CREDENTIALS, Operation.CERTS, 1));
        text.append(ratio(Operation.AUTHORIZE, Operation.CERTS, 0.8));
        text.append(ratio(Operation.ASSUME_ROLE, Operation.CLIENT_CREDENTIALS, 4));
        text.append(ratio(Operation.GET_ID_LOGIN, Operation.CLIENT_CREDENTIALS, 4));
        text.append(ratio(Operation.GET_CREDENTIALS_LOGIN, Operation.CLIENT_CREDENTIALS, 4));
        failures(text);
        return text.toString();
    }

    private void circumstances(StringBuilder text) {
        text.append(format(
                ROOT,
                "%s, commit %s. Keycloak %s in production mode with H2, %s, %d processors, %.0f GiB of memory, load"
                        + " average %.1f before the run. Server and load generator share the machine.\n",
                machine.time(),
                machine.commit(),
                machine.keycloak(),
                machine.jdk(),
                machine.processors(),
                machine.memory() / Math.pow(1024, 3),
                machine.load()));
        text.append(format(
                ROOT,
                "%d connections; %d s of warm-up, then the median of %d rounds of %d s for each operation. A ratio is the"
                        + " median of the rounds' ratios.\n",
                settings.connections(),
                settings.warmup(),
                settings.rounds(),
                settings.seconds()));
    }

    private String row(Operation operation) {
        return format(
                ROOT,
                "| %s | %.0f | %.1f | %.1f | %d | %s |\n",
                operation.title(),
                results.median(operation, Measurement::perSecond),
                results.median(operation, Measurement::p50) / 1e6,
                results.median(operation, Measurement::p99) / 1e6,
                results.of(operation).stream().mapToLong(Measurement::failures).sum(),
                results.of(operation).stream()
                        .map(measured -> format(ROOT, "%.0f", measured.perSecond()))
                        .collect(joining(", ")));
    }

    private String ratio(Operation one, Operation other, double wanted) {
        double[] ratios = results.ratios(one, other);
        return format(
                ROOT,
                "| %s / %s | %.2f | %.1f | %s |\n",
                one.title(),
                other.title(),
                Results.median(ratios),
                wanted,
                DoubleStream.of(ratios)
                        .mapToObj(ratio -> format(ROOT, "%.2f", ratio))
                        .collect(joining(", ")));
    }

    private void failures(StringBuilder text) {
        for (Operation operation : Operation.values()) {
            results.of(operation).stream()
                    .flatMap(measured -> measured.firstFailure().stream())
                    .findFirst()
                    .ifPresent(failure -> text.append(format(
                            ROOT,
                            "\nFirst failure of %s:\n\n```\n%s\n```\n",
                            operation.title(),
                            failure.substring(0, Math.min(failure.length(), FAILURE_LENGTH)))));
        }
    }
}
