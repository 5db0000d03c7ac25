package io.keypool.identitypool;

import io.keypool.aws.Arn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the logins of a provider get their roles.
 *
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_RoleMapping.html">AWS</a>
 */
public sealed interface RoleMapping {

    /** What holds where the mapping finds no role, or several. */
    Ambiguity ambiguity();

    /** The claims that it looks at. */
    Set<String> claims();

    /** The roles that the login may choose from. */
    List<String> offered(LoginClaims login);

    /** The role of who does not choose; nothing where that is ambiguous. */
    Optional<String> choice(LoginClaims login);

    /** Who gets no role by a mapping is given the pool's for the authenticated, or none. */
    enum Ambiguity {
        AUTHENTICATED_ROLE("AuthenticatedRole"),
        DENY("Deny");

        private final String name;

        Ambiguity(String name) {
            this.name = name;
        }

        /** As AWS calls it. */
        public String awsName() {
            return name;
        }

        public static Optional<Ambiguity> of(String awsName) {
            return Stream.of(values())
                    .filter(ambiguity -> ambiguity.name.equals(awsName))
                    .findFirst();
        }
    }

    /** The token names the roles. */
    record ByToken(Ambiguity ambiguity) implements RoleMapping {

        public static final String TYPE = "Token";

        @Override
        public Set<String> claims() {
            return Set.of(TokenRoles.ROLES, TokenRoles.PREFERRED_ROLE);
        }

        @Override
        public List<String> offered(LoginClaims login) {
            return login.roles().all();
        }

        @Override
        public Optional<String> choice(LoginClaims login) {
            return login.roles().choice();
        }
    }

    /**
     * The first rule that matches names the role.
     *
     * @param rules 1 to 400
     */
    record ByRules(List<MappingRule> rules, Ambiguity ambiguity) implements RoleMapping {

        public static final String TYPE = "Rules";

        /** Cognito API, MappingRulesList. */
        public static final int MAX_RULES = 400;

        /** @throws IllegalArgumentException for none, or too many */
        public ByRules {
            if (rules.isEmpty() || rules.size() > MAX_RULES) {
                throw new IllegalArgumentException("a mapping has 1 to " + MAX_RULES + " rules");
            }
            rules = List.copyOf(rules);
        }

        @Override
        public Set<String> claims() {
            return rules.stream().map(MappingRule::claim).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public List<String> offered(LoginClaims login) {
            return matching(login).toList();
        }

        @Override
        public Optional<String> choice(LoginClaims login) {
            return matching(login).findFirst();
        }

        /** Which rule names the role, counted from 0. */
        public OptionalInt deciding(LoginClaims login) {
            return IntStream.range(0, rules.size())
                    .filter(index -> rules.get(index).matches(login))
                    .findFirst();
        }

        private Stream<String> matching(LoginClaims login) {
            return rules.stream()
                    .filter(rule -> rule.matches(login))
                    .map(MappingRule::role)
                    .map(Arn::toString);
        }
    }
}
