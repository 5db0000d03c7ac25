package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType.AUTHENTICATED_ROLE;
import static software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType.DENY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMapping;

/**
 * The role that an administrator is told a login gets is the one that it gets. Source: contract §1.7; Amazon Cognito
 * Developer Guide, role-based access control. The rule itself is {@code RoleChoiceTest}'s.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoleTestIT {

    private final MappedPool pool;
    private final PoolsAdmin admin;
    private final String authenticated;
    private final String admins;
    private final String readers;

    RoleTestIT(Keypool keypool) {
        this.pool = MappedPool.create(keypool);
        this.admin = new PoolsAdmin(keypool.admin(), pool.realm().name());
        this.authenticated = pool.addRole("Authenticated");
        this.admins = pool.addRole("Admins");
        this.readers = pool.addRole("Readers");
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void tellsWhichRuleDecides() {
        map(MappedPool.byRules(
                DENY,
                MappedPool.rule("plan", "Equals", "free", readers),
                MappedPool.rule("plan", "StartsWith", "paid", admins)));

        assertThat(ofClaims(Map.of("plan", "paid-gold")))
                .isEqualTo(answer("RULE", admins, 1, "It is the first rule that matches."));
        assertThat(ofClaims(Map.of("plan", List.of("free", "paid"))).get("rule").intValue())
                .isZero();
        assertThat(ofClaims(Map.of("plan", "none")))
                .isEqualTo(Admin.tree(Map.of(
                        "outcome",
                        "DENIED",
                        "reason",
                        "The ambiguous role mapping rules for: "
                                + pool.provider().arn() + " denied this request. (no role, or several)")));
    }

    @Test
    void tellsWhatATokenSaysAndWhatIsGiven() {
        map(MappedPool.byToken(DENY));
        Map<String, String> logins = pool.logins(Map.of("cognito:preferred_role", readers));

        JsonNode tested = ask(Map.of("token", logins.get(pool.provider().name())));

        assertThat(tested).isEqualTo(answer("TOKEN", readers, null, "The token names the role."));
        assertThat(pool.role(logins)).isEqualTo(readers);
    }

    @Test
    void tellsWhenItIsLeftAtThePools() {
        map(MappedPool.byToken(AUTHENTICATED_ROLE));
        assertThat(ofClaims(Map.of("sub", "somebody")))
                .isEqualTo(answer(
                        "DEFAULT",
                        authenticated,
                        null,
                        "The mapping finds no role, or several, and leaves it at the pool's."));

        set(Map.of());
        assertThat(ofClaims(Map.of("cognito:preferred_role", admins)))
                .isEqualTo(answer("DEFAULT", authenticated, null, "No role mapping is set for the provider."));
    }

    @Test
    void aTokenThatProvesNothingIsRefused() {
        PoolsAdmin.assertRefused(
                test(Map.of("token", "x.y.z")), 400, "Invalid login token. Not a valid OpenId Connect identity token.");
    }

    @Test
    void aLoginIsOfAProviderThatIsListedAndHasClaimsOrAToken() {
        PoolsAdmin.assertRefused(
                admin.post("/" + pool.id() + "/role-test", Map.of("provider", "idp.example.com", "claims", Map.of())),
                400,
                "The pool lists no such provider.");
        PoolsAdmin.assertRefused(test(Map.of()), 400, "A login has claims or a token.");
        PoolsAdmin.assertRefused(
                test(Map.of("claims", Map.of(), "token", "x.y.z")), 400, "A login has claims or a token.");
    }

    private void map(RoleMapping mapping) {
        set(Map.of(pool.provider().arn(), mapping));
    }

    private void set(Map<String, RoleMapping> mappings) {
        pool.administrator()
                .setIdentityPoolRoles(request -> request.identityPoolId(pool.id())
                        .roles(Map.of("authenticated", authenticated))
                        .roleMappings(mappings));
    }

    private JsonNode ofClaims(Map<String, ?> claims) {
        return ask(Map.of("claims", claims));
    }

    private JsonNode ask(Map<String, ?> login) {
        HttpResponse<String> answer = test(login);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Admin.parse(answer.body());
    }

    private HttpResponse<String> test(Map<String, ?> login) {
        Map<String, Object> request = new HashMap<>(login);
        request.put("provider", pool.provider().arn());
        return admin.post("/" + pool.id() + "/role-test", request);
    }

    private static JsonNode answer(String outcome, String role, @Nullable Integer rule, String reason) {
        ObjectNode answer = Admin.tree(Map.of("outcome", outcome, "roleArn", role, "reason", reason));
        if (rule != null) {
            answer.put("rule", rule.intValue());
        }
        return answer;
    }
}
