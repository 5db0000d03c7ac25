package io.keypool.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: IAM API Reference, Marker and IsTruncated of every list. */
final class PageTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 99, 100, 101})
    void thePagesTogetherAreTheListInOrder(int length) {
        List<String> names = new ArrayList<>(IntStream.range(0, 100)
                .mapToObj(i -> (i % 2 == 0 ? "n" : "N") + String.format("%03d", i))
                .toList());
        List<String> ordered = List.copyOf(names);
        Collections.shuffle(names, new Random(1));
        List<String> seen = new ArrayList<>();

        Page<String> page = Page.byName(names, name -> name, new PageRequest("", length));
        seen.addAll(page.items());
        while (page.isTruncated()) {
            assertThat(page.items()).hasSize(length);
            page = Page.byName(names, name -> name, new PageRequest(page.next(), length));
            seen.addAll(page.items());
        }

        assertThat(seen).isEqualTo(ordered);
    }
}
