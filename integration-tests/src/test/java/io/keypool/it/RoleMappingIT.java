package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType.AUTHENTICATED_ROLE;
import static software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType.DENY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidIdentityPoolConfigurationException;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentity.model.MappingRule;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMapping;

/**
 * Which role GetCredentialsForIdentity gives. Source: contract §1.7, row by row, and §1.4 for the refusals; Amazon
 * Cognito Developer Guide, role-based access control. The rule itself is {@code RoleChoiceTest}'s.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoleMappingIT {

    private final MappedPool pool;
    private final String authenticated;
    private final String admin;
    private final String reader;

    RoleMappingIT(Keypool keypool) {
        this.pool = MappedPool.create(keypool);
        this.authenticated = pool.addRole("Authenticated");
        this.admin = pool.addRole("Admin");
        this.reader = pool.addRole("Reader");
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void withoutAMappingItIsTheAuthenticatedRoleWhateverTheTokenSays() {
        set(Map.of());

        Map<String, String> logins = pool.logins(Map.of("cognito:preferred_role", admin));

        assertThat(pool.role(logins)).isEqualTo(authenticated);
        assertForbidden(admin, () -> pool.role(logins, admin));
    }

    @Test
    void theTokensPreferredRoleComesFirst() {
        map(MappedPool.byToken(DENY));

        assertThat(pool.role(
                        pool.logins(Map.of("cognito:roles", List.of(reader, admin), "cognito:preferred_role", admin))))
                .isEqualTo(admin);
    }

    @Test
    void rolesOfTheTokenMayBeOneTextWithCommas() {
        map(MappedPool.byToken(DENY));
        Map<String, String> logins = pool.logins(Map.of("cognito:roles", reader + "," + admin));

        assertThat(pool.role(logins, reader)).isEqualTo(reader);
        assertThat(pool.role(pool.logins(Map.of("cognito:roles", reader)))).isEqualTo(reader);
        assertDenied(() -> pool.role(logins));
        assertForbidden(authenticated, () -> pool.role(logins, authenticated));
    }

    @Test
    void aTokenThatLeavesItOpenGetsTheAuthenticatedRoleOrNone() {
        Map<String, String> several = pool.logins(Map.of("cognito:roles", List.of(reader, admin)));
        Map<String, String> none = pool.logins(Map.of());

        map(MappedPool.byToken(AUTHENTICATED_ROLE));
        assertThat(pool.role(several)).isEqualTo(authenticated);
        assertThat(pool.role(none)).isEqualTo(authenticated);

        map(MappedPool.byToken(DENY));
        assertDenied(() -> pool.role(several));
        assertDenied(() -> pool.role(none));
    }

    @Test
    void theFirstRuleThatMatchesWins() {
        map(MappedPool.byRules(
                DENY,
                rule("plan", "StartsWith", "paid", reader),
                rule("plan", "Contains", "gold", admin),
                rule("plan", "Equals", "free", authenticated)));

        assertThat(pool.role(pool.logins(Map.of("plan", "paid-gold")))).isEqualTo(reader);
        assertThat(pool.role(pool.logins(Map.of("plan", "paid-gold")), admin)).isEqualTo(admin);
        assertThat(pool.role(pool.logins(Map.of("plan", "all-gold")))).isEqualTo(admin);
        assertThat(pool.role(pool.logins(Map.of("plan", "free")))).isEqualTo(authenticated);
        assertDenied(() -> pool.role(pool.logins(Map.of("plan", "Free"))));
        assertForbidden(authenticated, () -> pool.role(pool.logins(Map.of("plan", "paid-gold")), authenticated));
    }

    @Test
    void aRuleIsSkippedWhoseClaimIsMissing() {
        map(MappedPool.byRules(AUTHENTICATED_ROLE, rule("staff", "NotEqual", "no", admin)));

        assertThat(pool.role(pool.logins(Map.of("staff", "yes")))).isEqualTo(admin);
        assertThat(pool.role(pool.logins(Map.of("staff", "no")))).isEqualTo(authenticated);
        assertThat(pool.role(pool.logins(Map.of()))).isEqualTo(authenticated);
    }

    @Test
    void ofAListOneValueIsEnough() {
        map(MappedPool.byRules(DENY, rule("groups", "Equals", "admins", admin), rule("level", "Equals", "3", reader)));

        assertThat(pool.role(pool.logins(Map.of("groups", List.of("users", "admins")))))
                .isEqualTo(admin);
        assertThat(pool.role(pool.logins(Map.of("level", 3)))).as("a number").isEqualTo(reader);
        assertDenied(() -> pool.role(pool.logins(Map.of("groups", List.of("admins-of-nothing")))));
    }

    @Test
    void twoLoginsWhoseMappingsDisagreeAreDeniedAndMayChoose(Keypool keypool) {
        try (OwnProvider second = OwnProvider.create(keypool, pool.realm().name())) {
            String both = pool.realm().addPool(List.of(pool.provider().arn(), second.arn()));
            String first = pool.realm()
                    .addRole(
                            "First", pool.trust("sts:AssumeRoleWithWebIdentity").replace(pool.id(), both));
            String other = pool.realm()
                    .addRole(
                            "Other", pool.trust("sts:AssumeRoleWithWebIdentity").replace(pool.id(), both));
            pool.administrator()
                    .setIdentityPoolRoles(request -> request.identityPoolId(both)
                            .roles(Map.of())
                            .roleMappings(Map.of(
                                    pool.provider().arn(), MappedPool.byToken(DENY),
                                    second.arn(), MappedPool.byToken(DENY))));
            Map<String, String> logins = new HashMap<>(pool.logins(Map.of("cognito:roles", List.of(first))));
            logins.put(second.name(), second.idToken("somebody", Map.of("cognito:roles", List.of(other))));
            String identity = pool.realm().identity(both, logins);

            String providers = String.join(
                    ", ",
                    List.of(pool.provider().arn(), second.arn()).stream()
                            .sorted()
                            .toList());
            NotAuthorized.assertRefused(
                    () -> pool.realm()
                            .cognito()
                            .getCredentialsForIdentity(
                                    request -> request.identityId(identity).logins(logins)),
                    "The ambiguous role mapping rules for: " + providers + " denied this request.");
            assertThat(pool.realm()
                            .cognito()
                            .getCredentialsForIdentity(request ->
                                    request.identityId(identity).logins(logins).customRoleArn(other))
                            .identityId())
                    .isEqualTo(identity);
        }
    }

    @Test
    void aRoleThatDoesNotExistOrTrustThePoolOrIsOfAnotherAccountIsNotUsable() {
        map(MappedPool.byToken(DENY));
        String distrustful = pool.realm()
                .addRole(
                        "Distrustful",
                        pool.trust("sts:AssumeRoleWithWebIdentity")
                                .replace(pool.id(), pool.realm().addPool(Map.of())));

        for (String role : List.of(
                distrustful,
                OwnRealm.roleArn("Nobody"),
                "arn:aws:iam::111111111111:role/Admin",
                "arn:aws:iam::000000000000:user/Admin",
                "no ARN at all")) {
            assertThatThrownBy(() -> pool.credentials(pool.logins(Map.of("cognito:preferred_role", role))))
                    .as(role)
                    .isInstanceOfSatisfying(
                            InvalidIdentityPoolConfigurationException.class,
                            refusal -> assertThat(refusal.awsErrorDetails().errorMessage())
                                    .isEqualTo("Invalid identity pool configuration. Check assigned IAM roles for this"
                                            + " pool."));
        }
    }

    @Test
    void theClassicFlowIsClosedWhereRolesAreMapped() {
        map(MappedPool.byToken(AUTHENTICATED_ROLE));
        Map<String, String> logins = pool.logins(Map.of());
        String identity = pool.realm().identity(pool.id(), logins);

        assertThatThrownBy(() -> pool.realm()
                        .cognito()
                        .getOpenIdToken(request -> request.identityId(identity).logins(logins)))
                .isInstanceOfSatisfying(
                        InvalidParameterException.class,
                        refusal -> assertThat(refusal.awsErrorDetails().errorMessage())
                                .isEqualTo("Basic (classic) flow is not supported with RoleMappings, please use"
                                        + " enhanced flow."));

        set(Map.of());
        assertThat(pool.realm()
                        .cognito()
                        .getOpenIdToken(request -> request.identityId(identity).logins(logins))
                        .identityId())
                .isEqualTo(identity);
    }

    @Test
    void claimsOfATokenThatTheProviderDidNotSignAreWorthNothing() {
        map(MappedPool.byToken(AUTHENTICATED_ROLE));
        String[] plain = pool.provider().idToken("mallory").split("\\.", -1);
        String[] admins = pool.provider()
                .idToken("mallory", Map.of("cognito:preferred_role", admin))
                .split("\\.", -1);
        String forged = plain[0] + "." + admins[1] + "." + plain[2];

        NotAuthorized.assertRefused(
                () -> pool.role(Map.of(pool.provider().name(), forged)),
                "Invalid login token. Couldn't verify signed token.");
    }

    private static MappingRule rule(String claim, String match, String value, String role) {
        return MappedPool.rule(claim, match, value, role);
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

    private void assertDenied(ThrowingCallable call) {
        NotAuthorized.assertRefused(
                call, "The ambiguous role mapping rules for: " + pool.provider().arn() + " denied this request.");
    }

    private static void assertForbidden(String role, ThrowingCallable call) {
        NotAuthorized.assertRefused(call, "Access to Role '" + role + "' is forbidden.");
    }
}
