package io.keypool.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads a date as W3C's profile of ISO 8601 has it, or seconds since 1970. Four digits are a year.
 *
 * @see <a href="https://www.w3.org/TR/NOTE-datetime">W3C, Date and Time Formats</a>
 */
final class PolicyDate {
    private static final int YEAR = 4;
    private static final int YEAR_MONTH = 7;
    private static final int DAY = 10;
    private static final int MOST_DIGITS = 12;

    private PolicyDate() {}

    static Optional<Instant> read(String text) {
        try {
            return isNumber(text) ? Optional.of(number(text)) : Optional.of(date(text));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Instant number(String digits) {
        if (digits.length() == YEAR) {
            return start(Year.parse(digits).atDay(1));
        }
        return Instant.ofEpochSecond(Long.parseLong(digits));
    }

    private static Instant date(String text) {
        return switch (text.length()) {
            case YEAR_MONTH -> start(YearMonth.parse(text).atDay(1));
            case DAY -> start(LocalDate.parse(text));
            default -> OffsetDateTime.parse(text).toInstant();
        };
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
