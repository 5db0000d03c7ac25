package io.keypool.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;

class HistogramTest {

    private final Histogram histogram = new Histogram();

    @Test
    void percentilesAreCloseToTheValues() {
        for (long micros = 1; micros <= 10_000; micros++) {
            histogram.add(micros * 1000);
        }
        assertThat(histogram.total()).isEqualTo(10_000);
        assertThat(histogram.percentile(0.50)).isCloseTo(5_000_000, withPercentage(1.6));
        assertThat(histogram.percentile(0.99)).isCloseTo(9_900_000, withPercentage(1.6));
    }

    @Test
    void holdsTheShortestAndTheLongest() {
        histogram.add(0);
        assertThat(histogram.percentile(1)).isZero();
        histogram.add(Long.MAX_VALUE);
        assertThat(histogram.percentile(1)).isCloseTo(Long.MAX_VALUE, within(0L));
    }

    @Test
    void sumsUpOthers() {
        var other = new Histogram();
        other.add(7);
        histogram.add(3);
        histogram.addAll(other);
        assertThat(histogram.total()).isEqualTo(2);
        assertThat(histogram.percentile(1)).isEqualTo(7);
    }

    @Test
    void hasNoPercentileOfNothing() {
        assertThat(histogram.percentile(0.99)).isZero();
    }
}
