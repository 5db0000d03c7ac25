package io.keypool.policy;

import java.util.Arrays;

/**
 * A pattern in which {@link #ANY} stands for any characters and {@link #ONE} for exactly one; all others stand for
 * themselves. It is held as code points, so that a {@code *} that is meant literally needs no escape.
 *
 * <p>A mismatch goes back to the last {@code *} only, since an earlier one could not do better. So a pattern takes time
 * linear in the text, at most text length × pattern length steps, and the size of a policy bounds the pattern.
 */
final class Wildcard {
    static final int ANY = -1;
    static final int ONE = -2;

    private final int[] tokens;
    private final boolean ignoresCase;

    /** Of tokens that nobody changes afterwards. */
    Wildcard(int[] tokens, boolean ignoresCase) {
        this.tokens = tokens;
        this.ignoresCase = ignoresCase;
    }

    /** In which {@code *} and {@code ?} have their meaning, and case counts. */
    Wildcard(String pattern) {
        this(tokens(pattern), false);
    }

    static Wildcard ignoringCase(String pattern) {
        return new Wildcard(tokens(pattern), true);
    }

    static int[] tokens(String pattern) {
        return pattern.codePoints().map(Wildcard::token).toArray();
    }

    static int token(int character) {
        return switch (character) {
            case '*' -> ANY;
            case '?' -> ONE;
            default -> character;
        };
    }

    /** Matches whatever there is. */
    boolean isEverything() {
        return tokens.length > 0 && Arrays.stream(tokens).allMatch(token -> token == ANY);
    }

    boolean matches(String text) {
        return matches(text, 0, text.length());
    }

    boolean matches(String text, int from, int to) {
        int p = 0;
        int t = from;
        int afterStar = -1;
        int starEnd = 0;
        while (t < to) {
            if (isStar(p)) {
                afterStar = ++p;
                starEnd = t;
            } else if (p < tokens.length && accepts(tokens[p], text.codePointAt(t))) {
                p++;
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
        return p == tokens.length;
    }

    private boolean isStar(int p) {
        return p < tokens.length && tokens[p] == ANY;
    }

    private boolean accepts(int token, int character) {
        return token == character || token == ONE || (ignoresCase && token >= 0 && fold(token) == fold(character));
    }

    /** As {@link String#equalsIgnoreCase} does it; letters of ASCII are what actions consist of. */
    private static int fold(int character) {
        if (character < 0x80) {
            return character >= 'A' && character <= 'Z' ? character | 0x20 : character;
        }
        return Character.toLowerCase(Character.toUpperCase(character));
    }

    /** Steps over whole code points, so that {@code ?} never matches half a character. */
    private static int next(String string, int index) {
        return index + Character.charCount(string.codePointAt(index));
    }
}
