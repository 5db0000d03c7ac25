package io.keypool.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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
    private static final int SECONDS = 20;
    private static final int MOST_DIGITS = 12;
    private static final long SECONDS_A_DAY = 86_400;

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
            case SECONDS -> text.charAt(SECONDS - 1) == 'Z' ? utc(text) : time(text);
            default -> time(text);
        };
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** {@code 2026-01-31T12:34:56Z}, the form that requests have: a general parser takes most of a decision's time. */
    private static Instant utc(String text) {
        if (text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(10) != 'T') {
            return time(text);
        }
        long day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
                .toEpochDay();
        if (text.charAt(13) != ':' || text.charAt(16) != ':') {
            return time(text);
        }
        LocalTime time = LocalTime.of(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19));
        return Instant.ofEpochSecond(day * SECONDS_A_DAY + time.toSecondOfDay());
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("not a digit");
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static boolean isNumber(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
