package io.keypool.policy;

import io.keypool.policy.PolicyText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes a text apart into characters, wildcards and variables.
 *
 * <p>{@code ${*}}, {@code ${?}} and {@code ${$}} are the characters themselves. Under the version 2008-10-17 there are
 * no variables, and {@code ${…}} is literal text.
 */
final class PolicyTextParser {
    private static final String OPEN = "${";
    private static final String DEFAULT = ", '";
    private static final String END_OF_DEFAULT = "'}";

    private final Element element;
    private final String text;
    private final boolean wildcards;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Integer> tokens = new ArrayList<>();

    private PolicyTextParser(Element element, String text, boolean wildcards) {
        this.element = element;
        this.text = text;
        this.wildcards = wildcards;
    }

    /** @param wildcards whether {@code *} and {@code ?} have their meaning */
    static List<Piece> parse(Element element, String text, boolean wildcards) {
        PolicyTextParser parser = new PolicyTextParser(element, text, wildcards);
        return element.version() == PolicyVersion.V2012 ? parser.withVariables() : parser.literally();
    }

    private List<Piece> literally() {
        add(text, wildcards);
        return finished();
    }

    private List<Piece> withVariables() {
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            add(text.substring(from, open), wildcards);
            from = variable(open + OPEN.length());
        }
        add(text.substring(from), wildcards);
        return finished();
    }

    /** Reads a variable from behind its brace and returns where the text goes on. */
    private int variable(int from) {
        int end = text.indexOf('}', from);
        int comma = text.indexOf(DEFAULT, from);
        if (end < 0) {
            throw element.invalid("holds ${ without }");
        }
        if (comma < 0 || comma > end) {
            variable(text.substring(from, end), null);
            return end + 1;
        }
        int endOfDefault = text.indexOf(END_OF_DEFAULT, comma + DEFAULT.length());
        if (endOfDefault < 0) {
            throw element.invalid("holds a variable whose default does not end with '}");
        }
        variable(text.substring(from, comma), text.substring(comma + DEFAULT.length(), endOfDefault));
        return endOfDefault + END_OF_DEFAULT.length();
    }

    private void variable(String name, @Nullable String otherwise) {
        if (otherwise == null && (name.equals("*") || name.equals("?") || name.equals("$"))) {
            add(name, false);
            return;
        }
        if (!ConditionKeys.isWellFormed(name)) {
            throw element.invalid("holds a variable that is no condition key; a default is written ${key, 'default'}");
        }
        flush();
        pieces.add(new Piece.Variable(name.toLowerCase(Locale.ROOT), otherwise));
    }

    private void add(String part, boolean withWildcards) {
        part.codePoints()
                .map(character -> withWildcards ? Wildcard.token(character) : character)
                .forEach(tokens::add);
    }

    private void flush() {
        if (!tokens.isEmpty()) {
            pieces.add(new Piece.Literal(
                    tokens.stream().mapToInt(Integer::intValue).toArray()));
            tokens.clear();
        }
    }

    private List<Piece> finished() {
        flush();
        return pieces;
    }
}
