package io.keypool.it;

import java.time.Duration;
import java.util.Map;

/** What a stub provider answers, and how long it takes to. */
record StubAnswer(int status, String contentType, String body, Duration delay) {

    /** Longer than Keypool waits for anybody. */
    private static final Duration TOO_LONG = Duration.ofSeconds(12);

    static StubAnswer json(int status, Map<String, ?> body) {
        return new StubAnswer(
                status, "application/json; charset=UTF-8", Admin.tree(body).toString(), Duration.ZERO);
    }

    static StubAnswer text(int status, String body) {
        return new StubAnswer(status, "text/html; charset=UTF-8", body, Duration.ZERO);
    }

    /** The same, when nobody waits any more. */
    StubAnswer tooLate() {
        return new StubAnswer(status, contentType, body, TOO_LONG);
    }
}
