package io.keypool.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What all rounds found out. A figure is the median of its rounds. */
final class Results {

    private final Map<Operation, List<Measurement>> measurements = new EnumMap<>(Operation.class);

    void add(Operation operation, Measurement measurement) {
        measurements.computeIfAbsent(operation, first -> new ArrayList<>()).add(measurement);
    }

    List<Measurement> of(Operation operation) {
        return measurements.getOrDefault(operation, List.of());
    }

    double median(Operation operation, ToDoubleFunction<Measurement> figure) {
        return median(of(operation).stream().mapToDouble(figure).toArray());
    }

    /** How many times as often the one operation is answered as the other, in each round. */
    double[] ratios(Operation one, Operation other) {
        return IntStream.range(0, of(one).size())
                .mapToDouble(round ->
                        of(one).get(round).perSecond() / of(other).get(round).perSecond())
                .toArray();
    }

    static double median(double[] figures) {
        double[] sorted = DoubleStream.of(figures).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    boolean hasFailures() {
        return measurements.values().stream().flatMap(List::stream).anyMatch(measured -> measured.failures() > 0);
    }
}
