package io.keypool.identitypool;

import io.keypool.aws.Arn;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gives a role to those of whom a claim says something.
 *
 * @param claim 1 to 64 letters, symbols, digits and punctuation
 * @param value 1 to 128 characters
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_MappingRule.html">AWS</a>
 */
public record MappingRule(String claim, Match match, String value, Arn role) {

    /** Cognito API, ClaimName and ClaimValue. */
    private static final Pattern CLAIM = Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,64}");

    private static final int MAX_VALUE = 128;

    /** How the claim's value and the rule's are compared, by letter and case. */
    public enum Match {
        EQUALS("Equals"),
        CONTAINS("Contains"),
        STARTS_WITH("StartsWith"),
        NOT_EQUAL("NotEqual");

        private final String name;

        Match(String name) {
            this.name = name;
        }

        /** As AWS calls it. */
        public String awsName() {
            return name;
        }

        public static Optional<Match> of(String awsName) {
            return Stream.of(values())
                    .filter(match -> match.name.equals(awsName))
                    .findFirst();
        }
    }

    /** @throws IllegalArgumentException for what is none */
    public MappingRule {
        if (!CLAIM.matcher(claim).matches()) {
            throw new IllegalArgumentException("the claim of a rule has 1 to 64 characters and no space");
        }
        if (value.isEmpty() || value.codePointCount(0, value.length()) > MAX_VALUE) {
            throw new IllegalArgumentException("the value of a rule has 1 to " + MAX_VALUE + " characters");
        }
    }

    /** Of a list it is enough that one value matches; that it is not the rule's must hold for all. */
    boolean matches(LoginClaims login) {
        List<String> told = login.values(claim).orElse(List.of());
        return switch (match) {
            case EQUALS -> told.contains(value);
            case CONTAINS -> told.stream().anyMatch(text -> text.contains(value));
            case STARTS_WITH -> told.stream().anyMatch(text -> text.startsWith(value));
            case NOT_EQUAL -> !told.isEmpty() && !told.contains(value);
        };
    }
}
