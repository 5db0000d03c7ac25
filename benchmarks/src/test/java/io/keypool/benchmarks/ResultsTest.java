package io.keypool.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultsTest {

    private final Results results = new Results();

    @Test
    void aFigureIsTheMedianOfItsRounds() {
        perSecond(Operation.CERTS, 10, 90, 20);
        assertThat(results.median(Operation.CERTS, Measurement::perSecond)).isEqualTo(20);
        perSecond(Operation.CERTS, 40);
        assertThat(results.median(Operation.CERTS, Measurement::perSecond)).isEqualTo(30);
    }

    @Test
    void aRatioComparesWhatWasMeasuredInTheSameRound() {
        perSecond(Operation.CERTS, 100, 10);
        perSecond(Operation.GET_CREDENTIALS, 200, 30);
        assertThat(results.ratios(Operation.GET_CREDENTIALS, Operation.CERTS)).containsExactly(2, 3);
    }

    @Test
    void oneWrongAnswerCounts() {
        perSecond(Operation.CERTS, 100);
        assertThat(results.hasFailures()).isFalse();
        results.add(Operation.GET_ID, new Measurement(100, 1, 1, 1, Optional.of("HTTP/1.1 500")));
        assertThat(results.hasFailures()).isTrue();
    }

    private void perSecond(Operation operation, double... figures) {
        for (double figure : figures) {
            results.add(operation, new Measurement(figure, 1, 1, 0, Optional.empty()));
        }
    }
}
