package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/** Source: IAM API Reference and the service model, the pages of each action. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IamRolesIT {

    private IamTenant tenant;
    private IamClient iam;

    @BeforeAll
    void createTenant(Keypool keypool) {
        tenant = IamTenant.create(keypool);
        iam = tenant.iam();
    }

    @AfterAll
    void removeTenant() {
        tenant.close();
    }

    @Test
    void createRoleMakesARoleThatGetRoleTells() {
        String name = name();
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        Role created = iam.createRole(request -> request.roleName(name)
                        .path("/team/a/")
                        .assumeRolePolicyDocument(tenant.trust())
                        .description("for tests")
                        .maxSessionDuration(7200)
                        .tags(tag("Team", "blue")))
                .role();

        assertThat(created.roleName()).isEqualTo(name);
        assertThat(created.arn()).isEqualTo("arn:aws:iam::000000000000:role/team/a/" + name);
        assertThat(created.path()).isEqualTo("/team/a/");
        assertThat(created.roleId()).matches("AROA[A-Z2-7]{17}");
        assertThat(created.createDate()).isBetween(before, Instant.now());
        assertThat(created.description()).isEqualTo("for tests");
        assertThat(created.maxSessionDuration()).isEqualTo(7200);
        assertThat(created.tags()).containsExactly(tag("Team", "blue"));
        assertThat(decoded(created.assumeRolePolicyDocument())).isEqualTo(tenant.trust());
        assertThat(iam.getRole(request -> request.roleName(name)).role()).isEqualTo(created);
    }

    @Test
    void createRoleTakesANameOnceInAnyCase() {
        String name = create();

        for (String again : List.of(name, name.toUpperCase(java.util.Locale.ROOT))) {
            assertRefused(
                    () -> iam.createRole(request -> request.roleName(again).assumeRolePolicyDocument(tenant.trust())),
                    EntityAlreadyExistsException.class,
                    409,
                    "Role with name " + again + " already exists.");
        }
    }

    @Test
    void createRoleRefusesATrustPolicyForPoolsWithoutAnAudienceAndSaysWhatToAdd() {
        String open = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
              "Principal": {"Federated": "cognito-identity.amazonaws.com"},
              "Action": "sts:AssumeRoleWithWebIdentity",
              "Condition": {"ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "unauthenticated"}}}]}
            """;
        String advice = "Statement[0].Condition: lets in tokens that were issued for anybody; add \"StringEquals\":"
                + " {\"cognito-identity.amazonaws.com:aud\": \"the id of your identity pool\"} to the statement, or"
                + " every pool is trusted";
        String name = create();

        assertRefused(
                () -> iam.createRole(request -> request.roleName(name()).assumeRolePolicyDocument(open)),
                MalformedPolicyDocumentException.class,
                400,
                advice);
        assertRefused(
                () -> iam.updateAssumeRolePolicy(
                        request -> request.roleName(name).policyDocument(open)),
                MalformedPolicyDocumentException.class,
                400,
                advice);
    }

    @Test
    void createRoleNamesThePlaceOfAMistake() {
        assertRefused(
                () -> iam.createRole(request -> request.roleName(name())
                        .assumeRolePolicyDocument(tenant.trust().replace("Allow", "Permit"))),
                MalformedPolicyDocumentException.class,
                400,
                "Statement[0].Effect: must be Allow or Deny");
    }

    @Test
    void createRoleChecksItsParametersByTheModel() {
        assertRefused(
                () -> iam.createRole(request -> request.roleName("a b").assumeRolePolicyDocument(tenant.trust())),
                IamException.class,
                400,
                "1 validation error detected: Value 'a b' at 'roleName' failed to satisfy constraint: Member must"
                        + " satisfy regular expression pattern: [\\w+=,.@-]+");
        assertRefused(
                () -> iam.createRole(request -> request.roleName(name()).maxSessionDuration(60)),
                IamException.class,
                400,
                "2 validation errors detected: Value null at 'assumeRolePolicyDocument' failed to satisfy constraint:"
                        + " Member must not be null; Value '60' at 'maxSessionDuration' failed to satisfy constraint:"
                        + " Member must have value greater than or equal to 3600");
    }

    @Test
    void getRoleRefusesWhatThereIsNot() {
        assertRefused(
                () -> iam.getRole(request -> request.roleName("nobody")),
                NoSuchEntityException.class,
                404,
                "The role with name nobody cannot be found.");
    }

    @Test
    void listRolesPagesInTheOrderOfNames() {
        String path = "/" + UUID.randomUUID() + "/";
        List<String> names = Stream.of("b", "A", "c", "d", "E")
                .map(letter -> letter + "-" + UUID.randomUUID())
                .toList();
        names.forEach(name ->
                iam.createRole(request -> request.roleName(name).path(path).assumeRolePolicyDocument(tenant.trust())));

        var first = iam.listRoles(request -> request.pathPrefix(path).maxItems(2));

        assertThat(first.isTruncated()).isTrue();
        assertThat(first.roles()).extracting(Role::roleName).containsExactly(names.get(1), names.get(0));
        assertThat(iam.listRolesPaginator(request -> request.pathPrefix(path).maxItems(2))
                        .roles())
                .extracting(Role::roleName)
                .containsExactlyElementsOf(
                        names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList());
        assertThat(iam.listRoles(request -> request.pathPrefix("/none/")).roles())
                .isEmpty();
    }

    @Test
    void updateRoleChangesWhatIsGiven() {
        String name = create();

        iam.updateRole(request -> request.roleName(name).description("changed"));
        iam.updateRole(request -> request.roleName(name).maxSessionDuration(43_200));

        Role role = iam.getRole(request -> request.roleName(name)).role();
        assertThat(role.description()).isEqualTo("changed");
        assertThat(role.maxSessionDuration()).isEqualTo(43_200);
        assertThat(iam.updateRoleDescription(request -> request.roleName(name).description("again"))
                        .role()
                        .description())
                .isEqualTo("again");
    }

    @Test
    void updateAssumeRolePolicyDecidesWhoMayAssumeTheRole() {
        String name = create();
        String arn = OwnRealm.roleArn(name);
        tenant.assume(arn);

        iam.updateAssumeRolePolicy(request ->
                request.roleName(name).policyDocument(tenant.trust().replace("unauthenticated", "authenticated")));

        assertThatThrownBy(() -> tenant.assume(arn))
                .hasMessageContaining("Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }

    @Test
    void deleteRoleTakesTheRoleAwayWithItsSessions() {
        String name = create();
        var session = tenant.iam(OwnRealm.roleArn(name));

        iam.deleteRole(request -> request.roleName(name));

        assertRefused(
                () -> iam.getRole(request -> request.roleName(name)),
                NoSuchEntityException.class,
                404,
                "The role with name " + name + " cannot be found.");
        assertThatThrownBy(() -> session.listRoles()).hasMessageContaining("security token");
    }

    @Test
    void deleteRoleWantsItsPoliciesGoneFirst() {
        String name = create();
        iam.putRolePolicy(request ->
                request.roleName(name).policyName("p").policyDocument(IamDocuments.allow("s3:GetObject", "*")));

        assertRefused(
                () -> iam.deleteRole(request -> request.roleName(name)),
                DeleteConflictException.class,
                409,
                "Cannot delete entity, must delete policies first.");
    }

    @Test
    void listInstanceProfilesForRoleHasNone() {
        String name = create();

        assertThat(iam.listInstanceProfilesForRole(request -> request.roleName(name))
                        .instanceProfiles())
                .isEmpty();
    }

    private String create() {
        String name = name();
        iam.createRole(request -> request.roleName(name).assumeRolePolicyDocument(tenant.trust()));
        return name;
    }

    static void assertRefused(ThrowingCallable call, Class<? extends IamException> type, int status, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(type, refused -> {
            assertThat(refused.statusCode()).isEqualTo(status);
            assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(message);
            assertThat(refused.requestId()).isNotEmpty();
        });
    }

    private static String decoded(String document) {
        assertThat(document).doesNotContain(" ", "\"", "+");
        return URLDecoder.decode(document, StandardCharsets.UTF_8);
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static String name() {
        return "role-" + UUID.randomUUID();
    }
}
