package io.keypool.it;

import static io.keypool.it.IamRolesIT.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** Source: IAM API Reference, the actions on managed policies, their versions, attachments and boundaries. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IamManagedPoliciesIT {

    private static final String READ = IamDocuments.allow("iam:GetRole", "*");
    private static final String LIST = IamDocuments.allow("iam:ListRoles", "*");

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
    void createPolicyMakesAPolicyThatGetPolicyTells() {
        String name = "policy-" + UUID.randomUUID();

        Policy created = iam.createPolicy(request -> request.policyName(name)
                        .path("/team/")
                        .description("reads")
                        .policyDocument(READ))
                .policy();

        assertThat(created.arn()).isEqualTo("arn:aws:iam::000000000000:policy/team/" + name);
        assertThat(created.policyId()).matches("ANPA[A-Z2-7]{17}");
        assertThat(created.defaultVersionId()).isEqualTo("v1");
        assertThat(created.attachmentCount()).isZero();
        assertThat(created.isAttachable()).isTrue();
        assertThat(created.createDate()).isBefore(Instant.now()).isEqualTo(created.updateDate());
        assertThat(iam.getPolicy(request -> request.policyArn(created.arn())).policy())
                .isEqualTo(created);
        assertRefused(
                () -> create(name),
                EntityAlreadyExistsException.class,
                409,
                "A policy called " + name + " already exists. Duplicate names are not allowed.");
    }

    @Test
    void listPoliciesPagesAndFilters() {
        String path = "/" + UUID.randomUUID() + "/";
        List<String> arns = List.of("a", "b", "c").stream()
                .map(letter -> iam.createPolicy(request -> request.policyName(letter + "-" + UUID.randomUUID())
                                .path(path)
                                .policyDocument(READ))
                        .policy()
                        .arn())
                .toList();
        attach(role(), arns.get(1));

        assertThat(iam.listPoliciesPaginator(request -> request.pathPrefix(path).maxItems(2))
                        .policies())
                .extracting(Policy::arn)
                .containsExactlyElementsOf(arns);
        assertThat(iam.listPolicies(request -> request.pathPrefix(path).onlyAttached(true))
                        .policies())
                .extracting(Policy::arn)
                .containsExactly(arns.get(1));
        assertThat(iam.listPolicies(request -> request.scope("AWS")).policies()).isEmpty();
    }

    @Test
    void attachRolePolicyGivesItsRightsAndDetachRolePolicyTakesThem() {
        String role = role();
        String arn = create("attached-" + UUID.randomUUID());
        IamClient session = tenant.iam(OwnRealm.roleArn(role));

        attach(role, arn);

        assertThat(session.getRole(request -> request.roleName(role)).role()).isNotNull();
        assertThat(iam.listAttachedRolePolicies(request -> request.roleName(role))
                        .attachedPolicies())
                .extracting(AttachedPolicy::policyArn)
                .containsExactly(arn);
        assertThat(iam.listEntitiesForPolicy(request -> request.policyArn(arn)).policyRoles())
                .extracting(PolicyRole::roleName)
                .containsExactly(role);
        assertThat(iam.getPolicy(request -> request.policyArn(arn)).policy().attachmentCount())
                .isEqualTo(1);
        assertRefused(
                () -> iam.deletePolicy(request -> request.policyArn(arn)),
                DeleteConflictException.class,
                409,
                "Cannot delete a policy attached to entities.");
        assertRefused(
                () -> iam.deleteRole(request -> request.roleName(role)),
                DeleteConflictException.class,
                409,
                "Cannot delete entity, must detach all policies first.");

        iam.detachRolePolicy(request -> request.roleName(role).policyArn(arn));

        assertDenied(() -> session.getRole(request -> request.roleName(role)), "identity-based policy");
        iam.deletePolicy(request -> request.policyArn(arn));
        assertRefused(
                () -> attach(role, arn),
                NoSuchEntityException.class,
                404,
                "Policy " + arn + " does not exist or is not attachable.");
    }

    @Test
    void theDefaultVersionIsInForce() {
        String role = role();
        String arn = create("versions-" + UUID.randomUUID());
        attach(role, arn);
        IamClient session = tenant.iam(OwnRealm.roleArn(role));

        PolicyVersion second = iam.createPolicyVersion(
                        request -> request.policyArn(arn).policyDocument(LIST).setAsDefault(true))
                .policyVersion();

        assertThat(second.versionId()).isEqualTo("v2");
        assertThat(second.isDefaultVersion()).isTrue();
        assertThat(session.listRoles().roles()).isNotEmpty();
        assertDenied(() -> session.getRole(request -> request.roleName(role)), "identity-based policy");

        iam.setDefaultPolicyVersion(request -> request.policyArn(arn).versionId("v1"));

        assertThat(session.getRole(request -> request.roleName(role)).role()).isNotNull();
        assertThat(iam.listPolicyVersions(request -> request.policyArn(arn)).versions())
                .extracting(version -> version.versionId() + " " + version.isDefaultVersion())
                .containsExactly("v2 false", "v1 true");
        assertThat(URLDecoder.decode(
                        iam.getPolicyVersion(request -> request.policyArn(arn).versionId("v2"))
                                .policyVersion()
                                .document(),
                        StandardCharsets.UTF_8))
                .isEqualTo(LIST);
        assertRefused(
                () -> iam.deletePolicyVersion(request -> request.policyArn(arn).versionId("v1")),
                DeleteConflictException.class,
                409,
                "Cannot delete the default version of a policy.");
        iam.deletePolicyVersion(request -> request.policyArn(arn).versionId("v2"));
        assertRefused(
                () -> iam.getPolicyVersion(request -> request.policyArn(arn).versionId("v2")),
                NoSuchEntityException.class,
                404,
                "Policy " + arn + " version v2 does not exist or is not attachable.");
    }

    @Test
    void aBoundaryLimitsWhatARoleMay() {
        String role = role();
        String arn = create("boundary-" + UUID.randomUUID());
        iam.putRolePolicy(
                request -> request.roleName(role).policyName("all").policyDocument(IamDocuments.allow("iam:*", "*")));
        IamClient session = tenant.iam(OwnRealm.roleArn(role));

        iam.putRolePermissionsBoundary(request -> request.roleName(role).permissionsBoundary(arn));

        assertThat(session.getRole(request -> request.roleName(role))
                        .role()
                        .permissionsBoundary()
                        .permissionsBoundaryArn())
                .isEqualTo(arn);
        assertDenied(session::listRoles, "permissions boundary");
        assertThat(iam.listPolicies(request -> request.policyUsageFilter("PermissionsBoundary"))
                        .policies())
                .extracting(Policy::arn)
                .containsExactly(arn);

        iam.deleteRolePermissionsBoundary(request -> request.roleName(role));
        assertThat(session.listRoles().roles()).isNotEmpty();
    }

    @Test
    void whatIsNoArnIsInvalid() {
        assertRefused(
                () -> iam.getPolicy(request -> request.policyArn("AdministratorAccess, please")),
                InvalidInputException.class,
                400,
                "ARN AdministratorAccess, please is not valid.");
        assertRefused(
                () -> iam.getPolicy(request -> request.policyArn("short")),
                IamException.class,
                400,
                "1 validation error detected: Value 'short' at 'policyArn' failed to satisfy constraint: Member must"
                        + " have length greater than or equal to 20");
    }

    private static void assertDenied(ThrowingCallable call, String missing) {
        assertThatThrownBy(call).isInstanceOfSatisfying(IamException.class, denied -> {
            assertThat(denied.statusCode()).isEqualTo(403);
            assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
            assertThat(denied.awsErrorDetails().errorMessage()).contains(" because no " + missing + " allows ");
        });
    }

    private String create(String name) {
        return iam.createPolicy(request -> request.policyName(name).policyDocument(READ))
                .policy()
                .arn();
    }

    private void attach(String role, String arn) {
        iam.attachRolePolicy(request -> request.roleName(role).policyArn(arn));
    }

    private String role() {
        String name = "role-" + UUID.randomUUID();
        iam.createRole(request -> request.roleName(name).assumeRolePolicyDocument(tenant.trust()));
        return name;
    }
}
