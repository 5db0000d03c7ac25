package io.keypool.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Source: IAM API Reference, the actions on managed policies, their versions and attachments. */
final class ManagedPoliciesTest extends IamTest {

    private static final String PUT = MemoryAccount.ALLOW.replace("GetObject", "PutObject");

    @Test
    void aPolicyIsToldWithItsUse() {
        createPolicy("p");
        createRole("r");
        call("AttachRolePolicy", "RoleName=r", "PolicyArn=" + POLICY);
        call("AttachRolePolicy", "RoleName=r", "PolicyArn=" + POLICY);
        call("PutRolePermissionsBoundary", "RoleName=r", "PermissionsBoundary=" + POLICY);

        assertThat(call("GetPolicy", "PolicyArn=" + POLICY))
                .contains("<Policy><Path>/</Path><PolicyName>p</PolicyName><PolicyId>ANPA</PolicyId><Arn>" + POLICY
                        + "</Arn><CreateDate>2026-01-31T12:00:00Z</CreateDate><DefaultVersionId>v1</DefaultVersionId>"
                        + "<AttachmentCount>1</AttachmentCount>"
                        + "<PermissionsBoundaryUsageCount>1</PermissionsBoundaryUsageCount>"
                        + "<IsAttachable>true</IsAttachable><UpdateDate>2026-01-31T12:00:00Z</UpdateDate></Policy>");
        assertThat(call("GetRole", "RoleName=r"))
                .contains("<PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType>"
                        + "<PermissionsBoundaryArn>" + POLICY + "</PermissionsBoundaryArn></PermissionsBoundary>");
        assertThat(call("ListEntitiesForPolicy", "PolicyArn=" + POLICY))
                .contains("<PolicyRoles><member><RoleName>r</RoleName><RoleId>AROA</RoleId></member></PolicyRoles>");
        assertThat(call("ListEntitiesForPolicy", "PolicyArn=" + POLICY, "EntityFilter=User"))
                .contains("<PolicyRoles></PolicyRoles>");
        assertThat(call("ListAttachedRolePolicies", "RoleName=r"))
                .contains("<member><PolicyName>p</PolicyName><PolicyArn>" + POLICY + "</PolicyArn></member>");
    }

    @Test
    void aNameIsTakenInAnyCase() {
        createPolicy("p");

        assertRefused(
                () -> createPolicy("P"),
                "EntityAlreadyExists",
                409,
                "A policy called P already exists. Duplicate names are not allowed.");
    }

    @Test
    void listsAreFiltered() {
        createPolicy("p");
        call("CreatePolicy", "PolicyName=q", "Path=/x/", "PolicyDocument=" + PUT);
        createRole("r");
        call("AttachRolePolicy", "RoleName=r", "PolicyArn=" + POLICY);

        assertThat(call("ListPolicies")).contains("<PolicyName>p<", "<PolicyName>q<");
        assertThat(call("ListPolicies", "PathPrefix=/x/")).doesNotContain("<PolicyName>p<");
        assertThat(call("ListPolicies", "OnlyAttached=true")).doesNotContain("<PolicyName>q<");
        assertThat(call("ListPolicies", "PolicyUsageFilter=PermissionsPolicy")).doesNotContain("<PolicyName>q<");
        assertThat(call("ListPolicies", "PolicyUsageFilter=PermissionsBoundary"))
                .contains("<Policies></Policies>");
        assertThat(call("ListPolicies", "Scope=AWS")).contains("<Policies></Policies>");
        assertThat(call("ListPolicies", "Scope=Local", "MaxItems=1")).contains("<IsTruncated>true</IsTruncated>");
    }

    @Test
    void versionsAreNumberedAndOneIsInForce() {
        createPolicy("p");

        assertThat(version(PUT, false)).contains("<VersionId>v2<", "<IsDefaultVersion>false<");
        assertThat(version(PUT, true)).contains("<VersionId>v3<", "<IsDefaultVersion>true<");
        assertThat(call("ListPolicyVersions", "PolicyArn=" + POLICY))
                .containsSubsequence("v3", "<IsDefaultVersion>true<", "v2", "v1");
        call("SetDefaultPolicyVersion", "PolicyArn=" + POLICY, "VersionId=v1");
        assertThat(call("GetPolicyVersion", "PolicyArn=" + POLICY, "VersionId=v1"))
                .contains("GetObject", "<IsDefaultVersion>true<");
        assertRefused(
                () -> deleteVersion("v1"), "DeleteConflict", 409, "Cannot delete the default version of a policy.");
        deleteVersion("v2");
        assertRefused(
                () -> deleteVersion("v2"),
                "NoSuchEntity",
                404,
                "Policy " + POLICY + " version v2 does not exist or is not attachable.");
    }

    @Test
    void thereAreFiveVersionsAtMost() {
        createPolicy("p");
        IntStream.rangeClosed(2, 5).forEach(i -> version(PUT, false));

        assertRefused(
                () -> version(PUT, false),
                "LimitExceeded",
                409,
                "A managed policy can have up to 5 versions. Before you create a new version, you must delete an"
                        + " existing version.");
    }

    @Test
    void aPolicyInUseIsNotDeleted() {
        createPolicy("p");
        createRole("r");
        call("PutRolePermissionsBoundary", "RoleName=r", "PermissionsBoundary=" + POLICY);
        version(PUT, false);

        assertRefused(this::delete, "DeleteConflict", 409, "Cannot delete a policy attached to entities.");
        call("DeleteRolePermissionsBoundary", "RoleName=r");
        assertRefused(
                this::delete,
                "DeleteConflict",
                409,
                "This policy has more than one version. Before you delete a policy, you must delete the policy's"
                        + " versions. The default version is deleted with the policy.");
        deleteVersion("v2");
        delete();
        assertRefused(
                () -> call("GetPolicy", "PolicyArn=" + POLICY),
                "NoSuchEntity",
                404,
                "Policy " + POLICY + " was not found.");
    }

    @Test
    void whatDoesNotExistIsNotAttached() {
        createRole("r");

        assertRefused(
                () -> call("AttachRolePolicy", "RoleName=r", "PolicyArn=" + POLICY),
                "NoSuchEntity",
                404,
                "Policy " + POLICY + " does not exist or is not attachable.");
        assertRefused(
                () -> call("DetachRolePolicy", "RoleName=r", "PolicyArn=" + POLICY),
                "NoSuchEntity",
                404,
                "Policy " + POLICY + " was not found.");
        assertRefused(
                () -> call("AttachRolePolicy", "RoleName=r", "PolicyArn=this is not an ARN at all"),
                "InvalidInput",
                400,
                "ARN this is not an ARN at all is not valid.");
        assertRefused(
                () -> call("DeleteRolePermissionsBoundary", "RoleName=r"),
                "NoSuchEntity",
                404,
                "The role with name r has no permissions boundary.");
    }

    @Test
    void aRoleHasTenPoliciesAtMost() {
        createRole("r");
        IntStream.rangeClosed(0, 10).forEach(i -> createPolicy("p" + i));
        IntStream.range(0, 10).forEach(i -> call("AttachRolePolicy", "RoleName=r", "PolicyArn=" + POLICY + i));

        assertRefused(
                () -> call("AttachRolePolicy", "RoleName=r", "PolicyArn=" + POLICY + 10),
                "LimitExceeded",
                409,
                "Cannot exceed quota for PoliciesPerRole: 10");
    }

    @Test
    void aDocumentMayNotBeTooLong() {
        assertRefused(
                () -> call(
                        "CreatePolicy",
                        "PolicyName=p",
                        "PolicyDocument=" + MemoryAccount.ALLOW.replace("s3:GetObject", "s3:" + "a".repeat(6200))),
                "LimitExceeded",
                409,
                "Cannot exceed quota for PolicySize: 6144");
    }

    private String version(String document, boolean asDefault) {
        return call(
                "CreatePolicyVersion",
                "PolicyArn=" + POLICY,
                "PolicyDocument=" + document,
                "SetAsDefault=" + asDefault);
    }

    private void deleteVersion(String version) {
        call("DeletePolicyVersion", "PolicyArn=" + POLICY, "VersionId=" + version);
    }

    private void delete() {
        call("DeletePolicy", "PolicyArn=" + POLICY);
    }
}
