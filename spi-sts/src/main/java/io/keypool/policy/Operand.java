package io.keypool.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One value of a condition, in the form in which it is compared with a value of the request. */
sealed interface Operand {

    /** Undecided when the request's value is not of the operator's type. */
    Verdict verdict(String value, ConditionContext context);

    /** A variable without a value is like nothing. */
    record Text(PolicyText text) implements Operand {
        @Override
        public Verdict verdict(String value, ConditionContext context) {
            Wildcard pattern = text.resolve(context);
            return Verdict.of(pattern != null && pattern.matches(value));
        }
    }

    record Numeric(Relation relation, BigDecimal number) implements Operand {
        /** What nobody writes by hand; reading longer ones would take time for the sake of an attacker. */
        private static final int MAX_CHARACTERS = 64;

        @Override
        public Verdict verdict(String value, ConditionContext context) {
            return read(value)
                    .map(found -> Verdict.of(relation.holds(found.compareTo(number))))
                    .orElse(Verdict.UNDECIDED);
        }

        static Optional<BigDecimal> read(String text) {
            try {
                return text.length() > MAX_CHARACTERS ? Optional.empty() : Optional.of(new BigDecimal(text));
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        }
    }

    record Date(Relation relation, Instant instant) implements Operand {
        @Override
        public Verdict verdict(String value, ConditionContext context) {
            return PolicyDate.read(value)
                    .map(found -> Verdict.of(relation.holds(found.compareTo(instant))))
                    .orElse(Verdict.UNDECIDED);
        }
    }

    record Bool(boolean expected) implements Operand {
        @Override
        public Verdict verdict(String value, ConditionContext context) {
            Boolean found = read(value);
            return found == null ? Verdict.UNDECIDED : Verdict.of(found == expected);
        }

        static @Nullable Boolean read(String text) {
            if (text.equalsIgnoreCase("true")) {
                return Boolean.TRUE;
            }
            return text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
        }
    }

    // An array that nobody changes: it is made by the parser and read by the matcher.
    @SuppressWarnings("ArrayRecordComponent")
    record Binary(byte[] bytes) implements Operand {
        @Override
        public Verdict verdict(String value, ConditionContext context) {
            return read(value)
                    .map(found -> Verdict.of(Arrays.equals(found, bytes)))
                    .orElse(Verdict.UNDECIDED);
        }

        static Optional<byte[]> read(String base64) {
            try {
                return Optional.of(Base64.getDecoder().decode(base64));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }
    }

    record Address(IpRange range) implements Operand {
        @Override
        public Verdict verdict(String value, ConditionContext context) {
            return IpAddress.parse(value)
                    .map(found -> Verdict.of(range.contains(found)))
                    .orElse(Verdict.UNDECIDED);
        }
    }

    /** A variable without a value is like nothing. */
    record Resource(ArnPattern pattern) implements Operand {
        @Override
        public Verdict verdict(String value, ConditionContext context) {
            ArnText arn = ArnText.of(value);
            return arn == null ? Verdict.UNDECIDED : Verdict.of(pattern.verdict(arn, context) == Verdict.MATCH);
        }
    }

    /** How an ordered value must stand to that of the policy. */
    enum Relation {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
            };
        }
    }
}
