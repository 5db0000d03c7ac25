package io.keypool.sts;

import java.util.regex.Pattern;

/** The name of a role session: 2 to 64 characters of {@code [\w+=,.@-]}. */
public record RoleSessionName(String value) {

    public static final int MIN_LENGTH = 2;
    public static final int MAX_LENGTH = 64;
    public static final Pattern PATTERN = Pattern.compile("[\\w+=,.@-]*");

    public RoleSessionName {
        if (value.length() < MIN_LENGTH
                || value.length() > MAX_LENGTH
                || !PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a role session name");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
