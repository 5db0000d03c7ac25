package io.keypool.gateway;

import io.keypool.aws.sigv4.PayloadRule;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a protected service demands of the signature's hold on the body. */
public enum Payload {

    /** The gateway passes the body on, and its hash is signed. */
    CHECKED,

    /** A hash is signed; whether the body has it is for the service to compare. */
    SIGNED,

    /** As {@link #SIGNED}, but the body of a request that came by TLS may be unsigned. */
    UNSIGNED_OVER_TLS,

    /** The body may be unsigned. */
    UNSIGNED;

    /** As in {@code unsigned-over-tls}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Payload> of(String text) {
        return Stream.of(values())
                .filter(payload -> payload.text().equals(text))
                .findFirst();
    }

    /** @param secure whether the request came by TLS */
    PayloadRule rule(boolean secure) {
        return switch (this) {
            case CHECKED -> PayloadRule.CHECKED;
            case SIGNED -> PayloadRule.DECLARED;
            case UNSIGNED_OVER_TLS -> secure ? PayloadRule.UNSIGNED_ALLOWED : PayloadRule.DECLARED;
            case UNSIGNED -> PayloadRule.UNSIGNED_ALLOWED;
        };
    }
}
