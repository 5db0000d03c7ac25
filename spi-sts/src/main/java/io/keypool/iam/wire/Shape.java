package io.keypool.iam.wire;

import io.keypool.aws.Tags;
import java.util.regex.Pattern;

/**
 * A text of the service model: how long it is and how it is written.
 *
 * @param pattern as the model writes it
 */
record Shape(int min, int max, Pattern pattern) {

    private static final Pattern ANYTHING = Pattern.compile("[\\s\\S]*");

    static final Shape NAME_OF_ROLE = of(1, 64, "[\\w+=,.@-]+");
    static final Shape NAME_OF_POLICY = of(1, 128, "[\\w+=,.@-]+");
    static final Shape DOCUMENT = of(1, 131_072, "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+");
    static final Shape PATH = of(1, 512, "(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)");
    static final Shape PATH_OF_POLICY = of(1, 512, "((/[A-Za-z0-9\\.,\\+@=_-]+)*)/");
    static final Shape PATH_PREFIX = of(1, 512, "\\u002F[\\u0021-\\u007F]*");
    static final Shape DESCRIPTION_OF_ROLE = of(0, 1000, "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*");
    static final Shape DESCRIPTION_OF_POLICY = new Shape(0, 1000, ANYTHING);
    static final Shape ARN = new Shape(20, 2048, ANYTHING);
    static final Shape MARKER = of(1, 320, "[\\u0020-\\u00FF]+");
    static final Shape VERSION = of(1, 128, "v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?");
    static final Shape TAG_KEY = new Shape(1, Tags.MAX_KEY_LENGTH, Tags.KEY_PATTERN);
    static final Shape TAG_VALUE = new Shape(0, Tags.MAX_VALUE_LENGTH, Tags.VALUE_PATTERN);
    static final Shape ACTION = new Shape(3, 128, ANYTHING);
    static final Shape RESOURCE = new Shape(1, 2048, ANYTHING);
    static final Shape CONTEXT_KEY = new Shape(5, 256, ANYTHING);
    static final Shape CONTEXT_VALUE = new Shape(0, 131_072, ANYTHING);

    private static Shape of(int min, int max, String pattern) {
        return new Shape(min, max, Pattern.compile(pattern));
    }

    /** Too long a text is not matched: some patterns take a stack as deep as the text is long. */
    boolean mayMatch(String text) {
        return text.length() <= max;
    }
}
