package io.keypool.aws.sigv4;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;
import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** The time stamps of signature version 4: ISO 8601 basic format in UTC, to the second. */
final class AmzDate {

    private static final int BASIC_LENGTH = "20150830T123600Z".length();
    private static final int DAY_LENGTH = "20150830".length();

    private static final DateTimeFormatter BASIC = new DateTimeFormatterBuilder()
            .appendValue(YEAR, 4)
            .appendValue(MONTH_OF_YEAR, 2)
            .appendValue(DAY_OF_MONTH, 2)
            .appendLiteral('T')
            .appendValue(HOUR_OF_DAY, 2)
            .appendValue(MINUTE_OF_HOUR, 2)
            .appendValue(SECOND_OF_MINUTE, 2)
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    private AmzDate() {}

    static Optional<Instant> parseBasic(String text) {
        return text.length() == BASIC_LENGTH ? parse(text, BASIC) : Optional.empty();
    }

    /** The {@code Date} header may also have HTTP's own format: that of RFC 1123, always in GMT. */
    static Optional<Instant> parseBasicOrHttp(String text) {
        return text.endsWith("GMT") ? parse(text, DateTimeFormatter.RFC_1123_DATE_TIME) : parseBasic(text);
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(format.parse(text, Instant::from));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static String format(Instant instant) {
        return BASIC.format(instant);
    }

    /** The {@code yyyyMMdd} that a credential scope must name. */
    static String day(Instant instant) {
        return format(instant).substring(0, DAY_LENGTH);
    }
}
