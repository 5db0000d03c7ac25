package io.keypool.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallerHeadersTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "arn:aws:sts::000000000000:assumed-role/R/a=b@c, arn:aws:sts::000000000000:assumed-role/R/a=b@c",
                "\"user/a b\", user/a%20b",
                "100%, 100%25",
                "é😀, %C3%A9%F0%9F%98%80"
            })
    void whatIsNotVisibleAsciiIsEscaped(String text, String header) {
        assertThat(CallerHeaders.visible(text)).isEqualTo(header);
    }

    @Test
    void noTextEndsTheHeader() {
        assertThat(CallerHeaders.visible("a\r\nX-Evil: 1\t\u0000\u007f")).isEqualTo("a%0D%0AX-Evil:%201%09%00%7F");
    }

    @Test
    void tagsAreWrittenAsAQuery() {
        assertThat(CallerHeaders.tags(Map.of("team", "a&b=c", "Über uns", "")))
                .isEqualTo("team=a%26b%3Dc&%C3%9Cber%20uns=");
        assertThat(CallerHeaders.tags(Map.of())).isEmpty();
    }
}
