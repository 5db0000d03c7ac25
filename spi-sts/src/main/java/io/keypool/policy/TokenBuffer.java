package io.keypool.policy;

import java.util.Arrays;

/** Puts the tokens of a {@link Wildcard} together, for each decision anew. */
final class TokenBuffer {
    private static final int USUAL = 96;

    private int[] tokens = new int[USUAL];
    private int size;

    void add(int[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, tokens, size, more.length);
        size += more.length;
    }

    /** Its characters, none of which is a wildcard. */
    void add(String literal) {
        ensure(literal.length());
        for (int i = 0; i < literal.length(); i += Character.charCount(literal.codePointAt(i))) {
            tokens[size++] = literal.codePointAt(i);
        }
    }

    int[] toArray() {
        return Arrays.copyOf(tokens, size);
    }

    private void ensure(int more) {
        if (size + more > tokens.length) {
            tokens = Arrays.copyOf(tokens, Math.max(size + more, 2 * tokens.length));
        }
    }
}
