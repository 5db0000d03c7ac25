package io.keypool.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A text of a policy, complete or with variables that a request fills in.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM User Guide, IAM
 *     policy elements: Variables and tags</a>
 */
sealed interface PolicyText {

    /** What to compare with, or null when a variable has no value in this request. */
    @Nullable
    Wildcard resolve(ConditionContext context);

    /** Without variables, or with their defaults only: always the same. */
    record Fixed(Wildcard pattern) implements PolicyText {
        @Override
        public Wildcard resolve(ConditionContext context) {
            return pattern;
        }
    }

    record Filled(List<Piece> pieces, boolean ignoresCase) implements PolicyText {
        public Filled {
            pieces = List.copyOf(pieces);
        }

        @Override
        public @Nullable Wildcard resolve(ConditionContext context) {
            TokenBuffer tokens = new TokenBuffer();
            for (Piece piece : pieces) {
                if (!piece.addTo(tokens, context)) {
                    return null;
                }
            }
            return new Wildcard(tokens.toArray(), ignoresCase);
        }
    }

    static PolicyText of(List<Piece> pieces, boolean ignoresCase) {
        if (pieces.stream().anyMatch(Piece.Variable.class::isInstance)) {
            return new Filled(pieces, ignoresCase);
        }
        int[] tokens = pieces.stream()
                .flatMapToInt(piece -> piece instanceof Piece.Literal literal
                        ? Arrays.stream(literal.characters())
                        : IntStream.empty())
                .toArray();
        return new Fixed(new Wildcard(tokens, ignoresCase));
    }

    /** What a text consists of. */
    sealed interface Piece {

        /** False when it has no value in this request. */
        boolean addTo(TokenBuffer tokens, ConditionContext context);

        // An array that nobody changes: it is made by the parser and read by the matcher.
        @SuppressWarnings("ArrayRecordComponent")
        record Literal(int[] characters) implements Piece {
            @Override
            public boolean addTo(TokenBuffer tokens, ConditionContext context) {
                tokens.add(characters);
                return true;
            }
        }

        /** What the request puts in is literal: a {@code *} in the value of a tag is no wildcard. */
        record Variable(String lowerCaseKey, @Nullable String otherwise) implements Piece {
            @Override
            public boolean addTo(TokenBuffer tokens, ConditionContext context) {
                String found = context.single(lowerCaseKey);
                String value = found == null || found.isEmpty() ? otherwise : found;
                if (value == null) {
                    return false;
                }
                tokens.add(value);
                return true;
            }
        }
    }
}
