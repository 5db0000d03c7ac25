package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;

/**
 * From a group of the realm to a role, end to end. Source: Amazon Cognito Developer Guide, Adding groups to a user pool
 * (claims, precedence); contract §1.7, row "Token". Names and attributes are ours: docs/configuration.md.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GroupRolesIT {

    private static final String CLIENT = "demo-broker";

    private final Keypool keypool;
    private final MappedPool pool;
    private final OwnRealm realm;
    private final String users;
    private final String admin;
    private final String reader;

    GroupRolesIT(Keypool keypool) {
        this.keypool = keypool;
        this.pool = MappedPool.create(keypool);
        this.realm = pool.realm();
        realm.addClient(CLIENT);
        addMapper();
        String host = PasswordLogin.provider(keypool, realm.name());
        this.users = realm.addPool(Map.of(
                "cognitoIdentityProviders",
                "[{\"ProviderName\": \"" + host + "\", \"ClientId\": \"" + CLIENT + "\"}]"));
        this.admin = addRole("Admin");
        this.reader = addRole("Reader");
        pool.administrator()
                .setIdentityPoolRoles(request -> request.identityPoolId(users)
                        .roles(Map.of())
                        .roleMappings(
                                Map.of(host + ":" + CLIENT, MappedPool.byToken(AmbiguousRoleResolutionType.DENY))));
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void aUserGetsTheRoleOfTheGroupWithTheLowestPrecedence() throws ParseException {
        String admins = group("admins", Map.of("keypool.roleArn", List.of(admin), "keypool.precedence", List.of("1")));
        String readers =
                group("readers", Map.of("keypool.roleArn", List.of(reader), "keypool.precedence", List.of("2")));
        try (RealmUser user = RealmUser.create(keypool, realm.name())) {
            join(user, readers);
            assertThat(role(user)).isEqualTo(reader);

            join(user, admins);
            assertThat(role(user)).isEqualTo(admin);
            JWTClaimsSet claims = claims(user);
            assertThat(claims.getClaim("cognito:groups")).isEqualTo(List.of("admins", "readers"));
            assertThat(claims.getClaim("cognito:roles")).isEqualTo(List.of(admin, reader));
            assertThat(claims.getClaim("cognito:preferred_role")).isEqualTo(admin);
        }
    }

    @Test
    void aGroupBelowAnotherHasItsNameAndItsRole() throws ParseException {
        String parent = group("staff", Map.of("keypool.roleArn", List.of(reader)));
        String child = Admin.idOf(keypool.admin()
                .post("/" + realm.name() + "/groups/" + parent + "/children", Map.of("name", "night shift")));
        try (RealmUser user = RealmUser.create(keypool, realm.name())) {
            join(user, child);

            assertThat(claims(user).getClaim("cognito:groups")).isEqualTo(List.of("staff", "staff/night shift"));
            assertThat(role(user)).isEqualTo(reader);
        }
    }

    @Test
    void aRoleOfTheRealmBringsARoleToo() {
        keypool.admin()
                .post(
                        "/" + realm.name() + "/roles",
                        Map.of("name", "operator", "attributes", Map.of("keypool.roleArn", List.of(admin))));
        try (RealmUser user = RealmUser.create(keypool, realm.name())) {
            assertNoContent(keypool.admin()
                    .post(
                            "/" + realm.name() + "/users/" + user.id() + "/role-mappings/realm",
                            List.of(Admin.parse(keypool.admin()
                                    .get("/" + realm.name() + "/roles/operator")
                                    .body()))));

            assertThat(role(user)).isEqualTo(admin);
        }
    }

    @Test
    void groupsOfTheSamePrecedencePreferNobody() throws ParseException {
        String one = group("one", Map.of("keypool.roleArn", List.of(admin), "keypool.precedence", List.of("5")));
        String two = group("two", Map.of("keypool.roleArn", List.of(reader), "keypool.precedence", List.of("5")));
        try (RealmUser user = RealmUser.create(keypool, realm.name())) {
            join(user, one);
            join(user, two);

            assertThat(claims(user).getClaims()).doesNotContainKey("cognito:preferred_role");
            assertThatThrownBy(() -> role(user)).isInstanceOf(NotAuthorizedException.class);
        }
    }

    @Test
    void whoIsInNoGroupHasNoRole() throws ParseException {
        try (RealmUser user = RealmUser.create(keypool, realm.name())) {
            assertThat(claims(user).getClaims())
                    .doesNotContainKeys("cognito:groups", "cognito:roles", "cognito:preferred_role");
            assertThatThrownBy(() -> role(user)).isInstanceOf(NotAuthorizedException.class);
        }
    }

    private void addMapper() {
        String client = Admin.parse(keypool.admin()
                        .get("/" + realm.name() + "/clients?clientId=" + CLIENT)
                        .body())
                .get(0)
                .get("id")
                .textValue();
        Admin.idOf(keypool.admin()
                .post(
                        "/" + realm.name() + "/clients/" + client + "/protocol-mappers/models",
                        Map.of(
                                "name", "identity pool roles",
                                "protocol", "openid-connect",
                                "protocolMapper", "oidc-identity-pool-roles-mapper")));
    }

    private String addRole(String name) {
        return realm.addRole(name, pool.trust("sts:AssumeRoleWithWebIdentity").replace(pool.id(), users));
    }

    /** The group's id. */
    private String group(String name, Map<String, List<String>> attributes) {
        return Admin.idOf(
                keypool.admin().post("/" + realm.name() + "/groups", Map.of("name", name, "attributes", attributes)));
    }

    private void join(RealmUser user, String group) {
        assertNoContent(keypool.admin().put("/" + realm.name() + "/users/" + user.id() + "/groups/" + group, Map.of()));
    }

    private String role(RealmUser user) {
        Map<String, String> logins = user.logins();
        String identity = realm.identity(users, logins);
        var credentials = realm.cognito()
                .getCredentialsForIdentity(
                        request -> request.identityId(identity).logins(logins))
                .credentials();
        try (var sts = pool.sts(credentials)) {
            return OwnRealm.roleArn(sts.getCallerIdentity().arn().split("/", -1)[1]);
        }
    }

    private static JWTClaimsSet claims(RealmUser user) throws ParseException {
        return SignedJWT.parse(user.signIn().idToken()).getJWTClaimsSet();
    }

    private static void assertNoContent(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }
}
