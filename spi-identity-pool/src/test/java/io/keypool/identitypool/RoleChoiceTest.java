package io.keypool.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.aws.Arn;
import io.keypool.aws.AwsFault;
import io.keypool.identitypool.MappingRule.Match;
import io.keypool.identitypool.RoleMapping.Ambiguity;
import io.keypool.identitypool.RoleMapping.ByRules;
import io.keypool.identitypool.RoleMapping.ByToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * Contract §1.7, row by row; what it leaves open is decided in docs/adr/0030. Source: Amazon Cognito Developer Guide,
 * role-based access control.
 */
final class RoleChoiceTest {

    private static final String PROVIDER = "kc.example.com/realms/demo";
    private static final String OTHER = "accounts.google.com";
    private static final String NOT_USABLE = "InvalidIdentityPoolConfigurationException";

    private static final Arn AUTHENTICATED = role("Authenticated");
    private static final Arn GUEST = role("Guest");
    private static final Arn ADMIN = role("Admin");
    private static final Arn READER = role("Reader");

    @Test
    void aGuestGetsTheRoleOfGuestsWhateverIsMapped() {
        Resolved guest = new Resolved(identity(), Guests.AMR, List.of());

        assertThat(new RoleChoice(pool(new ByToken(Ambiguity.DENY))).role(guest, Optional.empty()))
                .isEqualTo(GUEST);
    }

    @Test
    void withoutAMappingItIsTheAuthenticatedRole() {
        PoolRoles pool = new PoolRoles(Optional.of(GUEST), Optional.of(AUTHENTICATED), Map.of());

        assertThat(choose(pool, token(List.of(ADMIN.toString()), Optional.empty())))
                .isEqualTo(AUTHENTICATED);
        assertThat(choose(pool, AUTHENTICATED, LoginClaims.NONE)).isEqualTo(AUTHENTICATED);
        assertForbidden(ADMIN, () -> choose(pool, ADMIN, LoginClaims.NONE));
    }

    @Test
    void ofATokenThePreferredRoleComesFirst() {
        LoginClaims login = token(List.of(READER.toString(), ADMIN.toString()), Optional.of(ADMIN.toString()));

        assertThat(choose(pool(new ByToken(Ambiguity.DENY)), login)).isEqualTo(ADMIN);
    }

    @Test
    void ofATokenTheOnlyRoleIsTaken() {
        LoginClaims login = token(List.of(READER.toString()), Optional.empty());

        assertThat(choose(pool(new ByToken(Ambiguity.DENY)), login)).isEqualTo(READER);
    }

    @Test
    void aTokenWithSeveralRolesAndNoPreferredOneIsAmbiguous() {
        LoginClaims several = token(List.of(READER.toString(), ADMIN.toString()), Optional.empty());

        assertThat(choose(pool(new ByToken(Ambiguity.AUTHENTICATED_ROLE)), several))
                .isEqualTo(AUTHENTICATED);
        assertDenied(PROVIDER, () -> choose(pool(new ByToken(Ambiguity.DENY)), several));
    }

    @Test
    void aTokenWithoutARoleIsAmbiguous() {
        LoginClaims none = token(List.of(), Optional.empty());

        assertThat(choose(pool(new ByToken(Ambiguity.AUTHENTICATED_ROLE)), none))
                .isEqualTo(AUTHENTICATED);
        assertDenied(PROVIDER, () -> choose(pool(new ByToken(Ambiguity.DENY)), none));
    }

    @Test
    void aCustomRoleIsOneOfTheTokens() {
        LoginClaims login = token(List.of(READER.toString(), ADMIN.toString()), Optional.of(ADMIN.toString()));
        PoolRoles pool = pool(new ByToken(Ambiguity.AUTHENTICATED_ROLE));

        assertThat(choose(pool, READER, login)).isEqualTo(READER);
        assertForbidden(AUTHENTICATED, () -> choose(pool, AUTHENTICATED, login));
    }

    @Test
    void rolesAreReadFromAListOrFromATextWithCommas() {
        String joined = ADMIN + "," + READER;

        assertThat(TokenRoles.of(List.of(joined), Optional.empty()).all())
                .isEqualTo(TokenRoles.of(List.of(ADMIN.toString(), READER.toString()), Optional.empty())
                        .all())
                .containsExactly(ADMIN.toString(), READER.toString());
        assertThat(TokenRoles.of(List.of(role("a,b").toString()), Optional.empty())
                        .all())
                .as("a comma in a role's name")
                .containsExactly(role("a,b").toString());
    }

    @Test
    void theFirstRuleThatMatchesWins() {
        PoolRoles pool = pool(rules(
                Ambiguity.DENY,
                new MappingRule("plan", Match.EQUALS, "free", GUEST),
                new MappingRule("plan", Match.STARTS_WITH, "paid", READER),
                new MappingRule("plan", Match.CONTAINS, "gold", ADMIN)));

        assertThat(choose(pool, login(Map.of("plan", List.of("paid-gold"))))).isEqualTo(READER);
        assertThat(choose(pool, ADMIN, login(Map.of("plan", List.of("paid-gold")))))
                .as("the one that the caller chooses among those that match")
                .isEqualTo(ADMIN);
        assertForbidden(GUEST, () -> choose(pool, GUEST, login(Map.of("plan", List.of("paid-gold")))));
    }

    @Test
    void whatDecidedIsToldWithTheRole() {
        PoolRoles pool = pool(rules(
                Ambiguity.AUTHENTICATED_ROLE,
                new MappingRule("plan", Match.EQUALS, "free", GUEST),
                new MappingRule("plan", Match.EQUALS, "paid", READER)));

        assertThat(explain(pool, login(Map.of("plan", List.of("paid")))))
                .isEqualTo("RULE " + READER + " OptionalInt[1]");
        assertThat(explain(pool, login(Map.of()))).isEqualTo("DEFAULT " + AUTHENTICATED + " OptionalInt.empty");
        assertThat(explain(pool, LoginClaims.NONE)).isEqualTo("DEFAULT " + AUTHENTICATED + " OptionalInt.empty");
        assertThat(explain(pool(new ByToken(Ambiguity.DENY)), token(List.of(ADMIN.toString()), Optional.empty())))
                .isEqualTo("TOKEN " + ADMIN + " OptionalInt.empty");
    }

    @Test
    void whatNoRuleMatchesIsAmbiguous() {
        MappingRule rule = new MappingRule("plan", Match.EQUALS, "paid", READER);
        LoginClaims login = login(Map.of("plan", List.of("free")));

        assertThat(choose(pool(rules(Ambiguity.AUTHENTICATED_ROLE, rule)), login))
                .isEqualTo(AUTHENTICATED);
        assertDenied(PROVIDER, () -> choose(pool(rules(Ambiguity.DENY, rule)), login));
    }

    @Test
    void aSamlAssertionNamesItsRolesWithoutAMapping() {
        PoolRoles pool = new PoolRoles(Optional.empty(), Optional.empty(), Map.of());
        LoginClaims one = saml(READER);
        LoginClaims several = saml(READER, ADMIN);

        assertThat(choose(pool, one)).isEqualTo(READER);
        assertThat(choose(pool, ADMIN, several)).isEqualTo(ADMIN);
        assertDenied(PROVIDER, () -> choose(pool, several));
        assertForbidden(GUEST, () -> choose(pool, GUEST, several));
    }

    @Test
    void aMappingComesBeforeTheRolesOfAnAssertion() {
        MappingRule rule = new MappingRule("group", Match.EQUALS, "a", ADMIN);

        assertThat(choose(pool(rules(Ambiguity.AUTHENTICATED_ROLE, rule)), saml(READER)))
                .isEqualTo(AUTHENTICATED);
    }

    @Test
    void theMappingOfTheClientComesBeforeThatOfAllClients() {
        PoolRoles pool = new PoolRoles(
                Optional.empty(),
                Optional.of(AUTHENTICATED),
                Map.of(
                        PROVIDER,
                        new ByToken(Ambiguity.DENY),
                        PROVIDER + ":app",
                        rules(Ambiguity.DENY, new MappingRule("sub", Match.NOT_EQUAL, "nobody", READER))));
        LoginClaims login =
                new LoginClaims(List.of(PROVIDER + ":app", PROVIDER), Map.of("sub", List.of("alice")), TokenRoles.NONE);

        assertThat(choose(pool, login)).isEqualTo(READER);
    }

    @Test
    void severalMappedLoginsMustAgree() {
        PoolRoles pool = new PoolRoles(
                Optional.empty(),
                Optional.of(AUTHENTICATED),
                Map.of(PROVIDER, new ByToken(Ambiguity.AUTHENTICATED_ROLE), OTHER, new ByToken(Ambiguity.DENY)));
        LoginClaims reader = token(List.of(READER.toString()), Optional.empty());
        LoginClaims alsoReader = token(OTHER, READER);
        LoginClaims admin = token(OTHER, ADMIN);

        assertThat(choose(pool, reader, alsoReader)).isEqualTo(READER);
        assertDenied(OTHER + ", " + PROVIDER, () -> choose(pool, reader, admin));
        assertDenied(OTHER + ", " + PROVIDER, () -> choose(pool, admin, reader));
        assertThat(choose(pool, ADMIN, reader, admin)).isEqualTo(ADMIN);
    }

    @Test
    void aLoginWithoutAMappingHasNoSayBesideOneThatIsMapped() {
        LoginClaims reader = token(List.of(READER.toString()), Optional.empty());

        assertThat(choose(pool(new ByToken(Ambiguity.DENY)), LoginClaims.NONE, reader))
                .isEqualTo(READER);
    }

    @Test
    void whatTheTokenNamesMustBeAnArn() {
        LoginClaims login = token(List.of("Admin"), Optional.empty());

        assertThatThrownBy(() -> choose(pool(new ByToken(Ambiguity.DENY)), login))
                .isInstanceOfSatisfying(
                        AwsFault.class, fault -> assertThat(fault.code()).isEqualTo(NOT_USABLE));
    }

    @Test
    void theAuthenticatedRoleIsMissedOnlyByWhoNeedsIt() {
        PoolRoles pool = new PoolRoles(
                Optional.empty(), Optional.empty(), Map.of(PROVIDER, new ByToken(Ambiguity.AUTHENTICATED_ROLE)));

        assertThat(choose(pool, token(List.of(READER.toString()), Optional.empty())))
                .isEqualTo(READER);
        assertThatThrownBy(() -> choose(pool, token(List.of(), Optional.empty())))
                .isInstanceOfSatisfying(
                        AwsFault.class, fault -> assertThat(fault.code()).isEqualTo(NOT_USABLE));
    }

    private static void assertDenied(String providers, ThrowingCallable call) {
        assertRefused("The ambiguous role mapping rules for: " + providers + " denied this request.", call);
    }

    private static void assertForbidden(Arn role, ThrowingCallable call) {
        assertRefused("Access to Role '" + role + "' is forbidden.", call);
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AwsFault.class, fault -> {
            assertThat(fault.code()).isEqualTo("NotAuthorizedException");
            assertThat(fault.message()).isEqualTo(message);
        });
    }

    private static String explain(PoolRoles roles, LoginClaims... logins) {
        ChosenRole chosen = new RoleChoice(roles).chosen(List.of(logins));
        return chosen.outcome() + " " + chosen.role() + " " + chosen.rule();
    }

    private static Arn choose(PoolRoles roles, LoginClaims... logins) {
        return new RoleChoice(roles).role(caller(logins), Optional.empty());
    }

    private static Arn choose(PoolRoles roles, Arn custom, LoginClaims... logins) {
        return new RoleChoice(roles).role(caller(logins), Optional.of(custom.toString()));
    }

    private static Resolved caller(LoginClaims... logins) {
        return new Resolved(identity(), List.of("authenticated"), List.of(logins));
    }

    private static IdentityId identity() {
        return new IdentityId("us-east-1:00000000-0000-4000-8000-000000000002");
    }

    private static PoolRoles pool(RoleMapping mapping) {
        return new PoolRoles(Optional.of(GUEST), Optional.of(AUTHENTICATED), Map.of(PROVIDER, mapping));
    }

    private static ByRules rules(Ambiguity ambiguity, MappingRule... rules) {
        return new ByRules(List.of(rules), ambiguity);
    }

    private static LoginClaims login(Map<String, List<String>> claims) {
        return new LoginClaims(List.of(PROVIDER), claims, TokenRoles.NONE);
    }

    private static LoginClaims token(List<String> roles, Optional<String> preferred) {
        return new LoginClaims(List.of(PROVIDER), Map.of(), TokenRoles.of(roles, preferred));
    }

    private static LoginClaims token(String provider, Arn role) {
        return new LoginClaims(List.of(provider), Map.of(), TokenRoles.of(List.of(role.toString()), Optional.empty()));
    }

    private static LoginClaims saml(Arn... roles) {
        List<String> named = List.of(roles).stream().map(Arn::toString).toList();
        return new LoginClaims(List.of(PROVIDER), Map.of(), TokenRoles.ofAssertion(named));
    }

    private static Arn role(String name) {
        return Arn.parse("arn:aws:iam::000000000000:role/" + name).orElseThrow();
    }
}
