package io.keypool.policy;

import org.jspecify.annotations.Nullable;

/** An ARN of a request with the places of its five colons, found once and then compared part by part. */
final class ArnText {
    static final int PARTS = 6;
    private static final String PREFIX = "arn:";

    private final String text;
    private final int[] ends;

    private ArnText(String text, int[] ends) {
        this.text = text;
        this.ends = ends;
    }

    /** Null when the text is no ARN. */
    static @Nullable ArnText of(String text) {
        if (!text.startsWith(PREFIX)) {
            return null;
        }
        int[] ends = new int[PARTS];
        int from = 0;
        for (int part = 0; part < PARTS - 1; part++) {
            ends[part] = text.indexOf(':', from);
            if (ends[part] < 0) {
                return null;
            }
            from = ends[part] + 1;
        }
        ends[PARTS - 1] = text.length();
        return new ArnText(text, ends);
    }

    boolean partMatches(int part, Wildcard pattern) {
        return pattern.matches(text, part == 0 ? 0 : ends[part - 1] + 1, ends[part]);
    }
}
