package io.keypool.policy;

import io.keypool.policy.PolicyText.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ARN of a policy. Each of its six parts is compared alone: a {@code *} does not reach over one of the first five
 * colons, but over anything in the last part.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">IAM User
 *     Guide, IAM JSON policy elements: Resource</a>
 */
record ArnPattern(List<PolicyText> parts) {
    ArnPattern {
        parts = List.copyOf(parts);
    }

    static ArnPattern parse(Element element, String text) {
        List<List<Piece>> parts = split(PolicyTextParser.parse(element, text, true));
        if (parts.size() != ArnText.PARTS || !isArn(parts.get(0))) {
            throw element.invalid("must be * or arn:partition:service:region:account:resource");
        }
        return new ArnPattern(
                parts.stream().map(part -> PolicyText.of(part, false)).toList());
    }

    /** A variable in another part than the last. */
    boolean hasEarlyVariable() {
        return parts.subList(0, ArnText.PARTS - 1).stream().anyMatch(PolicyText.Filled.class::isInstance);
    }

    /** Undecided when a variable has no value and the rest fits. */
    Verdict verdict(@Nullable ArnText arn, ConditionContext context) {
        if (arn == null) {
            return Verdict.MISMATCH;
        }
        Verdict verdict = Verdict.MATCH;
        for (int part = 1; part < ArnText.PARTS; part++) {
            Wildcard pattern = parts.get(part).resolve(context);
            if (pattern == null) {
                verdict = Verdict.UNDECIDED;
            } else if (!arn.partMatches(part, pattern)) {
                return Verdict.MISMATCH;
            }
        }
        return verdict;
    }

    private static boolean isArn(List<Piece> part) {
        return part.size() == 1
                && part.get(0) instanceof Piece.Literal literal
                && Arrays.equals(literal.characters(), Wildcard.tokens("arn"));
    }

    /** At the first five colons, those in the name of a variable not counted. */
    private static List<List<Piece>> split(List<Piece> pieces) {
        List<List<Piece>> parts = new ArrayList<>();
        List<Piece> part = new ArrayList<>();
        for (Piece piece : pieces) {
            int[] rest = piece instanceof Piece.Literal literal ? literal.characters() : new int[0];
            for (int colon = colon(rest); colon >= 0 && parts.size() < ArnText.PARTS - 1; colon = colon(rest)) {
                part.add(new Piece.Literal(Arrays.copyOf(rest, colon)));
                parts.add(part);
                part = new ArrayList<>();
                rest = Arrays.copyOfRange(rest, colon + 1, rest.length);
            }
            part.add(piece instanceof Piece.Literal ? new Piece.Literal(rest) : piece);
        }
        parts.add(part);
        return parts;
    }

    private static int colon(int[] characters) {
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == ':') {
                return i;
            }
        }
        return -1;
    }
}
