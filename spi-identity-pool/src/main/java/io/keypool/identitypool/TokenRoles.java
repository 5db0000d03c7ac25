package io.keypool.identitypool;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The roles that the provider of a login names in its token.
 *
 * @param all from which the caller may choose
 * @param preferred the one for who does not choose
 * @param unasked whether they hold where nothing is set for the provider, as those of a SAML assertion do
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html">Role-based
 *     access control</a>
 */
public record TokenRoles(List<String> all, Optional<String> preferred, boolean unasked) {

    /** The claims of an OpenID token that name them. */
    public static final String ROLES = "cognito:roles";

    public static final String PREFERRED_ROLE = "cognito:preferred_role";

    public static final TokenRoles NONE = new TokenRoles(List.of(), Optional.empty(), false);

    /** A comma may be part of a role's name; one before an ARN is not. */
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*(?=arn:)");

    public TokenRoles {
        all = all.stream().distinct().toList();
    }

    /** @param claimed one role each, or several as AWS's documents say: separated by commas */
    public static TokenRoles of(List<String> claimed, Optional<String> preferred) {
        Stream<String> all = claimed.stream().flatMap(SEPARATOR::splitAsStream);
        return new TokenRoles(all.map(String::strip).toList(), preferred, false);
    }

    /** @param named by a SAML assertion, for the provider that made it */
    public static TokenRoles ofAssertion(List<String> named) {
        return new TokenRoles(named, Optional.empty(), !named.isEmpty());
    }

    /** What the provider would have the caller be; nothing where it names several, or none. */
    Optional<String> choice() {
        return preferred.or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
    }
}
