package io.keypool.identitypool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the verified token of a login says of the person, as far as the pool's settings ask for it.
 *
 * @param names under which the settings may mean the login, the narrowest first
 * @param values of the claims that are there, in their order; none of a claim that is more than a list of texts
 * @param roles that the token names
 */
public record LoginClaims(List<String> names, Map<String, List<String>> values, TokenRoles roles) {

    /** Of a login for which nothing is set. */
    public static final LoginClaims NONE = new LoginClaims(List.of(), Map.of(), TokenRoles.NONE);

    public LoginClaims {
        names = List.copyOf(names);
        values = values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, claim -> List.copyOf(claim.getValue())));
    }

    /** The values of a claim; nothing where it is missing. */
    Optional<List<String>> values(String claim) {
        return Optional.ofNullable(values.get(claim));
    }

    /** What of the settings holds for the login. */
    <T> Optional<Map.Entry<String, T>> find(Map<String, T> settings) {
        Function<String, Map.Entry<String, T>> entry = name -> Map.entry(name, settings.get(name));
        return names.stream().filter(settings::containsKey).findFirst().map(entry);
    }

    /** The claims tell of a person. */
    @Override
    public String toString() {
        return "LoginClaims" + names;
    }
}
