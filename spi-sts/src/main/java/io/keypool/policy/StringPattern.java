package io.keypool.policy;

/** What a policy compares a string with. */
sealed interface StringPattern permits StringPattern.Exact, Wildcard {

    boolean matches(String text);

    /** The same characters, in the same case. */
    record Exact(String value) implements StringPattern {
        @Override
        public boolean matches(String text) {
            return value.equals(text);
        }
    }
}
