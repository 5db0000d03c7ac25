package io.keypool.aws;

import java.util.regex.Pattern;

/**
 * A text of a service model: how long it is and how it is written.
 *
 * @param pattern as the model writes it
 * @param sensitive whether no answer may repeat it
 */
public record Shape(int min, int max, Pattern pattern, boolean sensitive) {

    private static final Pattern ANYTHING = Pattern.compile("[\\s\\S]*");

    public static final Shape ARN = of(20, 2048);
    public static final Shape TAG_KEY = new Shape(1, Tags.MAX_KEY_LENGTH, Tags.KEY_PATTERN, false);
    public static final Shape TAG_VALUE = new Shape(0, Tags.MAX_VALUE_LENGTH, Tags.VALUE_PATTERN, false);

    public static Shape of(int min, int max) {
        return new Shape(min, max, ANYTHING, false);
    }

    public static Shape of(int min, int max, String pattern) {
        return new Shape(min, max, Pattern.compile(pattern), false);
    }

    public static Shape secret(int min, int max) {
        return new Shape(min, max, ANYTHING, true);
    }

    /** Whether the text is one of this shape. */
    public boolean fits(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= min && length <= max && pattern.matcher(text).matches();
    }

    /** Its constraints in the words of AWS's front end, for a text in a list or map. */
    public String constraints() {
        String lengths = "[Member must have length less than or equal to " + max
                + ", Member must have length greater than or equal to " + min;
        return lengths
                + (pattern == ANYTHING ? "]" : ", Member must satisfy regular expression pattern: " + pattern + "]");
    }

    /** Too long a text is not matched: some patterns take a stack as deep as the text is long. */
    boolean mayMatch(String text) {
        return text.length() <= max;
    }
}
