package io.keypool.identitypool.keycloak.admin;

import io.keypool.aws.Secret;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.IdentityPools;
import io.keypool.identitypool.LoginClaims;
import io.keypool.identitypool.LoginProvider;
import io.keypool.identitypool.Logins;
import io.keypool.identitypool.RoleExplanation;
import io.keypool.identitypool.keycloak.ProviderKind;
import io.keypool.identitypool.keycloak.login.ClaimedLogin;
import io.keypool.sts.keycloak.token.Unproven;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tries out which role a login of one provider gets. */
final class RoleTrial {

    private final IdentityPools pools;
    private final IdentityPool pool;

    RoleTrial(IdentityPools pools, IdentityPool pool) {
        this.pools = pools;
        this.pool = pool;
    }

    RoleExplanation answer(RoleTestRequest request) {
        LoginProvider provider = provider(request.provider());
        Map<String, Object> claims = request.claims();
        String token = request.token();
        if (token != null && claims == null) {
            return pools.explainRole(pool.id(), new Logins(Map.of(provider.name(), new Secret(token))));
        }
        if (token != null || claims == null) {
            throw AdminAnswer.badRequest("A login has claims or a token.");
        }
        return pools.explainRole(pool.id(), claimed(provider, claims));
    }

    /** By either name. */
    private LoginProvider provider(@Nullable String named) {
        return pool.providers().values().stream()
                .filter(one ->
                        one.name().equals(named) || ProviderKind.listedAs(one).equals(named))
                .findFirst()
                .orElseThrow(() -> AdminAnswer.badRequest("The pool lists no such provider."));
    }

    private LoginClaims claimed(LoginProvider provider, Map<String, Object> claims) {
        try {
            return ClaimedLogin.of(pool, provider, claims);
        } catch (Unproven unreadable) {
            throw AdminAnswer.badRequest(unreadable.reason().text());
        }
    }
}
