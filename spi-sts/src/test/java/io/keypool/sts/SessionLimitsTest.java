package io.keypool.sts;

import static io.keypool.sts.SecurityTokenServiceTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.aws.Arn;
import io.keypool.aws.AwsFault;
import io.keypool.aws.Tags;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a session may do, and what it hands on. Source: IAM User Guide, Session policies, Pass session tags, Monitor and
 * control actions taken with assumed roles; STS API, AssumeRole and GetFederationToken; contract §4.3, §6.2.
 */
final class SessionLimitsTest {

    private static final String ALL_OF_S3 = """
            {"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}""";
    private static final String READ_PUBLIC = """
            {"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::public/*"}}""";
    private static final String ANYBODY_OF_THE_ACCOUNT = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"000000000000"},
            "Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}}""";
    private static final String MAY_ASSUME = """
            {"Statement":{"Effect":"Allow","Resource":"*",
            "Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}}""";
    private static final String MAY_FEDERATE = """
            {"Statement":{"Effect":"Allow","Action":["sts:GetFederationToken","sts:TagSession"],"Resource":"*"}}""";

    private final StsFixture sts = new StsFixture();

    @Test
    void doesWhatTheRoleMayDo() {
        Caller caller = guest(SessionPolicies.NONE, READ_PUBLIC);

        assertThat(allows(caller, "s3:GetObject", "arn:aws:s3:::public/a")).isTrue();
        assertThat(allows(caller, "s3:PutObject", "arn:aws:s3:::public/a")).isFalse();
    }

    @Test
    void isLimitedByTheInlineSessionPolicy() {
        Caller caller = guest(SessionPolicies.inline(READ_PUBLIC), ALL_OF_S3);

        assertThat(allows(caller, "s3:GetObject", "arn:aws:s3:::public/a")).isTrue();
        assertThat(allows(caller, "s3:GetObject", "arn:aws:s3:::private/a")).isFalse();
    }

    @Test
    void isLimitedByManagedSessionPoliciesEvenWhenTheyAreGone() {
        Arn readPublic = sts.managedPolicy("ReadPublic", READ_PUBLIC);
        Credentials credentials = assume(new SessionPolicies(Optional.empty(), List.of(readPublic)), ALL_OF_S3);

        assertThat(allows(sts.caller(credentials), "s3:GetObject", "arn:aws:s3:::public/a"))
                .isTrue();
        assertThat(allows(sts.caller(credentials), "s3:PutObject", "arn:aws:s3:::public/a"))
                .isFalse();

        sts.removeManagedPolicy(readPublic);
        assertThat(allows(sts.caller(credentials), "s3:GetObject", "arn:aws:s3:::public/a"))
                .isFalse();
    }

    @Test
    void refusesSessionPoliciesThatAreNoneOrTooLong() {
        refuses(() -> assume(SessionPolicies.inline("{\"Statement\":{}}"), ALL_OF_S3), "MalformedPolicyDocument");
        refuses(
                () -> assume(
                        new SessionPolicies(
                                Optional.empty(), List.of(Arn.managedPolicy(StsFixture.ACCOUNT, "/", "Nothing"))),
                        ALL_OF_S3),
                "MalformedPolicyDocument");
        String padded = READ_PUBLIC + " ".repeat(2_048);
        refuses(() -> assume(SessionPolicies.inline(padded), ALL_OF_S3), "PackedPolicyTooLarge");
    }

    @Test
    void tellsHowMuchSpacePoliciesAndTagsTake() {
        sts.role("Guest", StsFixture.TRUSTS_THE_POOL, ALL_OF_S3);

        assertThat(assumed(SessionPolicies.NONE).session().packedPolicySize()).isEmpty();
        assertThat(assumed(SessionPolicies.inline(READ_PUBLIC)).session().packedPolicySize())
                .hasValueSatisfying(percent -> assertThat(percent).isBetween(1, 100));
    }

    @Test
    void refusesMoreTagsThanThereIsSpaceFor() {
        Arn role = sts.role("Target", ANYBODY_OF_THE_ACCOUNT);
        sts.user("backend", MAY_ASSUME);
        Random random = new Random(1);
        Map<String, String> tags = new HashMap<>();
        for (int i = 0; i < Tags.MAX_COUNT; i++) {
            tags.put(
                    "tag" + i,
                    random.ints(256, 'a', 'z')
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString());
        }

        refuses(
                () -> sts.service.assumeRole(sts.caller("backend"), request(role, tags(tags, Set.of()))),
                "PackedPolicyTooLarge");
    }

    @Test
    void assumesARoleOnlyWhenBothSidesAllow() {
        Arn role = sts.role("Target", ANYBODY_OF_THE_ACCOUNT);
        sts.user("allowed", MAY_ASSUME);
        sts.user("poor");

        AssumedRole assumed = sts.service.assumeRole(sts.caller("allowed"), request(role, SessionTags.NONE));

        assertThat(assumed.assumedRoleId()).isEqualTo("AROATarget:session");
        assertThat(assumed.arn()).hasToString("arn:aws:sts::000000000000:assumed-role/Target/session");
        assertThatThrownBy(() -> sts.service.assumeRole(sts.caller("poor"), request(role, SessionTags.NONE)))
                .isInstanceOf(AwsFault.class)
                .hasMessage("User: arn:aws:iam::000000000000:user/poor is not authorized to perform: sts:AssumeRole"
                        + " on resource: arn:aws:iam::000000000000:role/Target");
        Arn missing = Arn.role(StsFixture.ACCOUNT, "/", "Missing");
        assertThatThrownBy(() -> sts.service.assumeRole(sts.caller("allowed"), request(missing, SessionTags.NONE)))
                .isInstanceOf(AwsFault.class)
                .hasMessageEndingWith("is not authorized to perform: sts:AssumeRole"
                        + " on resource: arn:aws:iam::000000000000:role/Missing");
    }

    @Test
    void needsNoPolicyOfItsOwnWhereTheRoleNamesTheUser() {
        Arn user = sts.user("backend");
        Arn role = sts.role("Target", trusts(user.toString()));

        assertThat(sts.service.assumeRole(sts.caller("backend"), request(role, SessionTags.NONE)))
                .isNotNull();
    }

    @Test
    void asksForTheExternalId() {
        sts.user("backend", MAY_ASSUME);
        Arn role = sts.role("Target", """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"000000000000"},
                "Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"12345"}}}}""");

        refuses(() -> sts.service.assumeRole(sts.caller("backend"), request(role, SessionTags.NONE)), "AccessDenied");
        assertThat(sts.service.assumeRole(
                        sts.caller("backend"),
                        new AssumeRoleRequest(
                                roleRequest(role), SessionTags.NONE, Optional.empty(), Optional.of("12345"))))
                .isNotNull();
    }

    @Test
    void tagsASessionOnlyWhereTheRoleLetsIt() {
        Arn user = sts.user("backend", MAY_ASSUME);
        Arn untaggable = sts.role("Untaggable", trusts(user.toString()));

        assertThatThrownBy(() -> sts.service.assumeRole(
                        sts.caller("backend"), request(untaggable, tags(Map.of("team", "blue"), Set.of()))))
                .isInstanceOf(AwsFault.class)
                .hasMessageContaining("is not authorized to perform: sts:TagSession");
    }

    @Test
    void letsPoliciesReadTheTagsOfSessionAndRole() {
        sts.user("backend", MAY_ASSUME);
        Arn role = sts.role(
                "Target",
                ANYBODY_OF_THE_ACCOUNT,
                new Tags(Map.of("Team", "role", "stage", "test")),
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\","
                        + "\"Resource\":\"arn:aws:s3:::${aws:PrincipalTag/stage}/${aws:PrincipalTag/team}/*\"}}");

        Caller caller = sts.caller(sts.service
                .assumeRole(sts.caller("backend"), request(role, tags(Map.of("team", "blue"), Set.of())))
                .credentials());

        assertThat(allows(caller, "s3:GetObject", "arn:aws:s3:::test/blue/a")).isTrue();
        assertThat(allows(caller, "s3:GetObject", "arn:aws:s3:::test/role/a")).isFalse();
    }

    @Test
    void handsTransitiveTagsAndSourceIdentityOnAlongAChain() {
        sts.user("backend", MAY_ASSUME);
        Arn first = sts.role("First", ANYBODY_OF_THE_ACCOUNT, MAY_ASSUME);
        Arn second = sts.role("Second", ANYBODY_OF_THE_ACCOUNT);
        Caller inFirst = sts.caller(sts.service
                .assumeRole(
                        sts.caller("backend"),
                        new AssumeRoleRequest(
                                roleRequest(first),
                                tags(Map.of("team", "blue", "mood", "good"), Set.of("Team")),
                                Optional.of("alice"),
                                Optional.empty()))
                .credentials());

        AssumedRole chained = sts.service.assumeRole(inFirst, request(second, SessionTags.NONE));
        Caller inSecond = sts.caller(chained.credentials());

        assertThat(inSecond.tags().tags().values()).isEqualTo(Map.of("team", "blue"));
        assertThat(inSecond.sourceIdentity()).contains("alice");
        assertThat(chained.sourceIdentity()).contains("alice");
        assertThatThrownBy(() ->
                        sts.service.assumeRole(inFirst, request(second, tags(Map.of("TEAM", "red"), Set.of()))))
                .isInstanceOf(AwsFault.class)
                .hasMessage("One of the specified transitive tag keys can't be set because it conflicts with a"
                        + " transitive tag key from the calling session.");
        refuses(
                () -> sts.service.assumeRole(
                        inFirst,
                        new AssumeRoleRequest(
                                roleRequest(second), SessionTags.NONE, Optional.of("mallory"), Optional.empty())),
                "AccessDenied");
    }

    @Test
    void endsChainedSessionsWithTheOneTheyWereMadeFrom() {
        sts.role("Guest", StsFixture.TRUSTS_THE_POOL, MAY_ASSUME);
        Arn second = sts.role("Second", ANYBODY_OF_THE_ACCOUNT);
        Caller guest = sts.caller(assumed(SessionPolicies.NONE).credentials());
        Credentials chained =
                sts.service.assumeRole(guest, request(second, SessionTags.NONE)).credentials();
        assertThat(sts.caller(chained)).isNotNull();

        sts.revoke(new SessionOrigin(SessionOrigin.Kind.IDENTITY, "us-east-1:5ub"));
        refuses(() -> sts.caller(chained), "ExpiredToken");
    }

    /** Another node may take a second to hear of a revocation. */
    @Test
    void endsSessionsThatWereMadeFromARevokedOneWhereThatWasNotHeardOf() {
        sts.setNow("2026-01-01T00:00:00.100Z");
        sts.role("Guest", StsFixture.TRUSTS_THE_POOL, MAY_ASSUME);
        Arn second = sts.role("Second", ANYBODY_OF_THE_ACCOUNT);
        Caller guest = sts.caller(assumed(SessionPolicies.NONE).credentials());
        sts.setNow("2026-01-01T00:00:00.200Z");
        sts.revoke(new SessionOrigin(SessionOrigin.Kind.ROLE, "Guest"));

        sts.setNow("2026-01-01T00:00:01.200Z");
        Credentials chained =
                sts.service.assumeRole(guest, request(second, SessionTags.NONE)).credentials();
        refuses(() -> sts.caller(chained), "ExpiredToken");

        Credentials later = assumed(SessionPolicies.NONE).credentials();
        assertThat(sts.caller(later)).isNotNull();
    }

    @Test
    void chainsForAnHourAtMost() {
        sts.role("Guest", StsFixture.TRUSTS_THE_POOL, MAY_ASSUME);
        Arn second = sts.role("Second", ANYBODY_OF_THE_ACCOUNT);
        Caller guest = sts.caller(assumed(SessionPolicies.NONE).credentials());

        RoleRequest twoHours =
                new RoleRequest(second, new RoleSessionName("session"), Duration.ofHours(2), SessionPolicies.NONE);
        assertThatThrownBy(() -> sts.service.assumeRole(
                        guest, new AssumeRoleRequest(twoHours, SessionTags.NONE, Optional.empty(), Optional.empty())))
                .isInstanceOf(AwsFault.class)
                .hasMessage("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
                        + " chaining");
    }

    @Test
    void takesTagsAndSourceIdentityFromAToken() {
        String trust = """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow",
                "Action":["sts:AssumeRoleWithWebIdentity"%s],
                "Principal":{"Federated":"cognito-identity.amazonaws.com"},
                "Condition":{"StringEquals":{"cognito-identity.amazonaws.com:aud":"us-east-1:a0d"}}}}""";
        WebIdentity tagged = StsFixture.identity(
                StsFixture.POOL,
                new WebIdentity.SessionClaims(
                        Optional.empty(), Optional.of("alice"), tags(Map.of("team", "blue"), Set.of("team"))));
        Arn plain = sts.role("Plain", trust.formatted(""));
        Arn taggable = sts.role("Taggable", trust.formatted(",\"sts:TagSession\",\"sts:SetSourceIdentity\""));

        assertThatThrownBy(() -> sts.service.assumeRole(tagged, roleRequest(plain)))
                .isInstanceOf(AwsFault.class)
                .hasMessage("Not authorized to perform sts:TagSession");
        Caller caller =
                sts.caller(sts.service.assumeRole(tagged, roleRequest(taggable)).credentials());
        assertThat(caller.tags().tags().values()).isEqualTo(Map.of("team", "blue"));
        assertThat(caller.sourceIdentity()).contains("alice");
    }

    @Test
    void givesFederatedUsersWhatBothTheUserAndTheSessionPolicyAllow() {
        sts.user("vending", ALL_OF_S3, MAY_FEDERATE);

        Caller limited = federated(SessionPolicies.inline(READ_PUBLIC));
        Caller unlimited = federated(SessionPolicies.NONE);

        assertThat(limited.identity())
                .isEqualTo(new CallerIdentity(
                        "000000000000:bob", StsFixture.ACCOUNT, Arn.federatedUser(StsFixture.ACCOUNT, "bob")));
        assertThat(allows(limited, "s3:GetObject", "arn:aws:s3:::public/a")).isTrue();
        assertThat(allows(limited, "s3:PutObject", "arn:aws:s3:::public/a")).isFalse();
        assertThat(allows(unlimited, "s3:GetObject", "arn:aws:s3:::public/a")).isFalse();
        assertThatThrownBy(() -> sts.service.getFederationToken(limited, federation(SessionPolicies.NONE)))
                .isInstanceOf(AwsFault.class)
                .hasMessage("Cannot call GetFederationToken with session credentials");
    }

    @Test
    void givesAFederationTokenOnlyToThoseWhoMay() {
        sts.user("poor", ALL_OF_S3);

        refuses(
                () -> sts.service.getFederationToken(sts.caller("poor"), federation(SessionPolicies.NONE)),
                "AccessDenied");
    }

    private Caller federated(SessionPolicies policies) {
        return sts.caller(sts.service
                .getFederationToken(sts.caller("vending"), federation(policies))
                .session()
                .credentials());
    }

    private static GetFederationTokenRequest federation(SessionPolicies policies) {
        return new GetFederationTokenRequest("bob", policies, SessionTags.NONE, Duration.ofHours(12));
    }

    private Caller guest(SessionPolicies policies, String permissions) {
        return sts.caller(assume(policies, permissions));
    }

    private Credentials assume(SessionPolicies policies, String permissions) {
        sts.role("Guest", StsFixture.TRUSTS_THE_POOL, permissions);
        return assumed(policies).credentials();
    }

    private AssumedRole assumed(SessionPolicies policies) {
        Arn guest = Arn.role(StsFixture.ACCOUNT, "/", "Guest");
        return sts.service.assumeRole(
                StsFixture.identity(StsFixture.POOL),
                new RoleRequest(guest, new RoleSessionName("session"), Duration.ofHours(1), policies));
    }

    private static AssumeRoleRequest request(Arn role, SessionTags tags) {
        return new AssumeRoleRequest(roleRequest(role), tags, Optional.empty(), Optional.empty());
    }

    private static RoleRequest roleRequest(Arn role) {
        return new RoleRequest(role, new RoleSessionName("session"), Duration.ofHours(1), SessionPolicies.NONE);
    }

    private static SessionTags tags(Map<String, String> tags, Set<String> transitiveKeys) {
        return new SessionTags(new Tags(tags), transitiveKeys);
    }

    private static String trusts(String principal) {
        return """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"%s"},
                "Action":"sts:AssumeRole"}}""".formatted(principal);
    }

    private static boolean allows(Caller caller, String action, String resource) {
        return caller.decide(action, resource, ConditionContext.builder()) instanceof Decision.Allow;
    }
}
