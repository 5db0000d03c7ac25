package io.keypool.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Own expectation: a stranger can send anything and never cause an exception, nor get anything accepted. */
class HostileInputTest {

    private static final String[] SCRAPS = {
        "",
        " ",
        ",",
        ";",
        "=",
        "/",
        "%",
        "%zz",
        "%00",
        "%FF",
        "&",
        "+",
        "?",
        "..",
        "\n",
        "\r\n",
        "\t",
        "\0",
        "é",
        "\uD800",
        "😀",
        "AWS4-HMAC-SHA256",
        "Credential=",
        "SignedHeaders=",
        "Signature=",
        "X-Amz-Algorithm=",
        "X-Amz-Date=",
        "GMT",
        "99999999999",
        "-1",
        "x".repeat(300)
    };

    private final Random random = new Random(20_150_830);

    @Test
    void neverThrowsNorAcceptsForgery() {
        for (int i = 0; i < 5_000; i++) {
            SignedHttpRequest request = random.nextBoolean() ? forgedHeader() : forgedQuery();

            assertThatCode(() -> assertThat(Vanilla.outcome(request)).isNotEqualTo(new Verification.Valid()))
                    .as("%s?%s %s", request, request.rawQuery(), request.headers())
                    .doesNotThrowAnyException();
        }
    }

    // empty strings everywhere
    @Test
    void takesAnEmptyRequestAsUnsigned() {
        SignedHttpRequest request = new SignedHttpRequest("", "", "", Map.of(), new byte[0]);

        assertThat(Presented.in(request)).isEqualTo(new Presented.Unsigned());
    }

    // a header without values stands for one that was not sent
    @Test
    void takesAHeaderWithoutValuesAsAbsent() {
        SignedHttpRequest request =
                new SignedHttpRequest("GET", "/", "", Map.of("authorization", List.of()), new byte[0]);

        assertThat(Presented.in(request)).isEqualTo(new Presented.Unsigned());
    }

    private SignedHttpRequest forgedHeader() {
        return new SignedHttpRequest(
                spoilt("GET"),
                spoilt("/a/b"),
                spoilt("c=d"),
                Map.of(
                        "authorization",
                        List.of(spoilt(Vanilla.AUTHORIZATION)),
                        "x-amz-date",
                        List.of(spoilt("20150830T123600Z")),
                        "date",
                        List.of(spoilt("Sun, 30 Aug 2015 12:36:00 GMT")),
                        spoilt("host"),
                        List.of(spoilt("example.amazonaws.com"))),
                new byte[0]);
    }

    private SignedHttpRequest forgedQuery() {
        return new SignedHttpRequest(
                "POST",
                spoilt("/"),
                spoilt(spoilt(Vanilla.QUERY)),
                Map.of("host", List.of(spoilt("example.amazonaws.com"))),
                new byte[0]);
    }

    /** Puts a scrap somewhere, in place of up to five characters, in half of the cases. */
    private String spoilt(String text) {
        if (random.nextBoolean()) {
            return text;
        }
        int start = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), start + random.nextInt(6));
        return text.substring(0, start) + SCRAPS[random.nextInt(SCRAPS.length)] + text.substring(end);
    }
}
