package io.keypool.policy;

import io.keypool.policy.Operand.Relation;
import java.util.Optional;

/** Reads the values of a condition, each as its operator wants it. */
final class Operands {
    private Operands() {}

    static Operand text(Element value, boolean wildcards, boolean ignoresCase) {
        return new Operand.Text(PolicyText.of(PolicyTextParser.parse(value, value.scalar(), wildcards), ignoresCase));
    }

    static Operand number(Element value, Relation relation) {
        return Operand.Numeric.read(value.scalar())
                .map(number -> new Operand.Numeric(relation, number))
                .orElseThrow(() -> value.invalid("must be a number; variables are not for numbers"));
    }

    static Operand date(Element value, Relation relation) {
        return PolicyDate.read(value.scalar())
                .map(date -> new Operand.Date(relation, date))
                .orElseThrow(() -> value.invalid("must be a date as in 2026-01-31T00:00:00Z, or seconds since 1970"));
    }

    static Operand bool(Element value) {
        return Optional.ofNullable(Operand.Bool.read(value.scalar()))
                .map(Operand.Bool::new)
                .orElseThrow(() -> value.invalid("must be true or false"));
    }

    static Operand binary(Element value) {
        return Operand.Binary.read(value.text())
                .map(Operand.Binary::new)
                .orElseThrow(() -> value.invalid("must be base64"));
    }

    static Operand address(Element value) {
        return IpRange.parse(value.text())
                .map(Operand.Address::new)
                .orElseThrow(() -> value.invalid("must be an IP address or a range as in 203.0.113.0/24"));
    }

    /** A {@code *} alone is everything, as in {@code Resource}. */
    static Operand arn(Element value) {
        String text = value.text();
        if (text.equals("*")) {
            return new Operand.Text(new PolicyText.Fixed(new Wildcard(text)));
        }
        return new Operand.Resource(ArnPattern.parse(value, text));
    }
}
