package io.keypool.policy;

/**
 * Whether a part of a statement matches.
 *
 * <p>The third value is for what AWS calls wrong use and gives no answer for. A statement takes it for a match when it
 * denies and for a mismatch when it allows, so that no guess ever lets a request pass.
 */
enum Verdict {
    MATCH,
    MISMATCH,
    UNDECIDED;

    static Verdict of(boolean matches) {
        return matches ? MATCH : MISMATCH;
    }

    Verdict negated() {
        return switch (this) {
            case MATCH -> MISMATCH;
            case MISMATCH -> MATCH;
            case UNDECIDED -> UNDECIDED;
        };
    }

    boolean counts(Effect effect) {
        return this == MATCH || (this == UNDECIDED && effect == Effect.DENY);
    }
}
