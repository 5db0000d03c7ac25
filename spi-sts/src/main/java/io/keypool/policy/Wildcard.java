package io.keypool.policy;

/**
 * A pattern in which {@code *} stands for any characters and {@code ?} for exactly one; all others, and their case,
 * stand for themselves.
 *
 * <p>A mismatch goes back to the last {@code *} only, since an earlier one could not do better. So a pattern takes time
 * linear in the text, at most text length × pattern length steps, and the size of a policy bounds the pattern.
 */
record Wildcard(String pattern) implements StringPattern {

    @Override
    public boolean matches(String text) {
        int p = 0;
        int t = 0;
        int afterStar = -1;
        int starEnd = 0;
        while (t < text.length()) {
            if (isStar(p)) {
                afterStar = ++p;
                starEnd = t;
            } else if (matchesOne(p, text, t)) {
                p = next(pattern, p);
                t = next(text, t);
            } else if (afterStar >= 0) {
                starEnd = next(text, starEnd);
                p = afterStar;
                t = starEnd;
            } else {
                return false;
            }
        }
        while (isStar(p)) {
            p++;
        }
        return p == pattern.length();
    }

    private boolean isStar(int p) {
        return p < pattern.length() && pattern.charAt(p) == '*';
    }

    private boolean matchesOne(int p, String text, int t) {
        return p < pattern.length() && (pattern.charAt(p) == '?' || pattern.codePointAt(p) == text.codePointAt(t));
    }

    /** Steps over whole code points, so that {@code ?} never matches half a character. */
    private static int next(String string, int index) {
        return index + Character.charCount(string.codePointAt(index));
    }
}
