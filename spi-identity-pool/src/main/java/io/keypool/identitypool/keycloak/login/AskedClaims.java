package io.keypool.identitypool.keycloak.login;

import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.LoginClaims;
import io.keypool.identitypool.LoginProvider;
import io.keypool.identitypool.LoginProvider.RealmUsers;
import io.keypool.identitypool.TokenRoles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes of a verified token what the pool's settings ask for, and nothing else.
 *
 * @param names under which the settings may mean the login, the narrowest first
 * @param claims that they ask for
 */
record AskedClaims(List<String> names, Set<String> claims) {

    AskedClaims {
        names = List.copyOf(names);
        claims = Set.copyOf(claims);
    }

    static AskedClaims of(IdentityPool pool, LoginProvider provider) {
        return new AskedClaims(List.copyOf(provider.settingsNames()), pool.claims(provider));
    }

    static AskedClaims of(IdentityPool pool, RealmUsers provider, String client) {
        return new AskedClaims(provider.settingsNames(client), pool.claims(provider));
    }

    LoginClaims in(Map<String, Object> token) {
        if (claims.isEmpty()) {
            return LoginClaims.NONE;
        }
        Map<String, List<String>> values = new HashMap<>();
        claims.forEach(claim -> texts(token.get(claim)).ifPresent(texts -> values.put(claim, texts)));
        List<String> preferred = values.getOrDefault(TokenRoles.PREFERRED_ROLE, List.of());
        return new LoginClaims(
                names,
                values,
                TokenRoles.of(
                        values.getOrDefault(TokenRoles.ROLES, List.of()),
                        preferred.stream().filter(role -> preferred.size() == 1).findFirst()));
    }

    /** Nothing for a claim that is missing or empty, and no text for one that is more than a list of texts. */
    private static Optional<List<String>> texts(@Nullable Object claim) {
        if (claim == null) {
            return Optional.empty();
        }
        List<?> all = claim instanceof List<?> list ? list : List.of(claim);
        boolean plain = all.stream().allMatch(AskedClaims::isText);
        return Optional.<List<String>>of(
                        plain ? all.stream().map(String::valueOf).toList() : List.of())
                .filter(texts -> !all.isEmpty());
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
