package io.keypool.aws;

import java.util.regex.Pattern;

/** An AWS account id: twelve digits. A realm is an account. */
public record AccountId(String value) {

    // Before DEFAULT, whose constructor uses it.
    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");

    /** What a realm has that was given no account id of its own. */
    public static final AccountId DEFAULT = new AccountId("000000000000");

    public AccountId {
        if (!TWELVE_DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("an account id is twelve digits: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
