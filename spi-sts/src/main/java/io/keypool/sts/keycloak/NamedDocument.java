package io.keypool.sts.keycloak;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A policy document with its name, as one value of a component's setting: {@code name {…}} or {@code name
 * 2026-01-31T12:00:00Z {…}}. The document is kept letter by letter, as IAM gives it back.
 *
 * @param createDate when the document was stored, if anybody noted it
 */
public record NamedDocument(String name, Optional<Instant> createDate, String document) {

    private static final Pattern VALUE =
            Pattern.compile("\\s*+([\\w+=,.@-]{1,128}+)\\s++(?:(\\d[\\w:.-]*+)\\s++)?(\\{.*)", Pattern.DOTALL);

    /** @throws IllegalArgumentException for a value that is written otherwise */
    public static NamedDocument parse(String value) {
        Matcher parts = VALUE.matcher(value);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a policy is written as a name, a space and the document");
        }
        return new NamedDocument(parts.group(1), date(parts.group(2)), parts.group(3));
    }

    private static Optional<Instant> date(@org.jspecify.annotations.Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("the date between a policy's name and its document is ISO 8601 in UTC");
        }
    }

    /** The value that is parsed to this. */
    public String value() {
        return name + createDate.map(date -> " " + date).orElse("") + " " + document;
    }
}
