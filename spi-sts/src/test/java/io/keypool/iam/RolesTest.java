package io.keypool.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Source: IAM API Reference, CreateRole, GetRole, ListRoles, UpdateRole, DeleteRole, UpdateAssumeRolePolicy. */
final class RolesTest extends IamTest {

    @Test
    void aRoleIsToldAsIamTellsIt() {
        assertThat(call(
                        "CreateRole",
                        "RoleName=r",
                        "Path=/a/b/",
                        "AssumeRolePolicyDocument="
                                + MemoryAccount.TRUST.replace("\n", "").replace(" ", ""),
                        "Description=<for> tests",
                        "Tags.member.1.Key=Team",
                        "Tags.member.1.Value="))
                .isEqualTo("<CreateRoleResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><CreateRoleResult>"
                        + "<Role><Path>/a/b/</Path><RoleName>r</RoleName><RoleId>AROA</RoleId>"
                        + "<Arn>arn:aws:iam::000000000000:role/a/b/r</Arn><CreateDate>2026-01-31T12:00:00Z</CreateDate>"
                        + "<AssumeRolePolicyDocument>%7B%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Principal"
                        + "%22%3A%7B%22Federated%22%3A%22accounts.google.com%22%7D%2C%22Action%22%3A%22"
                        + "sts%3AAssumeRoleWithWebIdentity%22%7D%7D</AssumeRolePolicyDocument>"
                        + "<Description>&lt;for&gt; tests</Description><MaxSessionDuration>3600</MaxSessionDuration>"
                        + "<Tags><member><Key>Team</Key><Value></Value></member></Tags><RoleLastUsed></RoleLastUsed>"
                        + "</Role></CreateRoleResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>"
                        + "</CreateRoleResponse>");
    }

    @Test
    void aNameIsTakenInAnyCase() {
        createRole("Taken");

        assertRefused(() -> createRole("tAKEN"), "EntityAlreadyExists", 409, "Role with name tAKEN already exists.");
    }

    @Test
    void aBoundaryMustExist() {
        assertRefused(
                () -> call(
                        "CreateRole",
                        "RoleName=r",
                        "AssumeRolePolicyDocument=" + MemoryAccount.TRUST,
                        "PermissionsBoundary=" + POLICY),
                "NoSuchEntity",
                404,
                "Scope ARN: " + POLICY + " does not exist or is not attachable.");
    }

    @Test
    void aTrustPolicyThatLetsEveryPoolInIsMalformed() {
        String open = MemoryAccount.TRUST.replace("accounts.google.com", "cognito-identity.amazonaws.com");
        createRole("r");
        String message = "Statement[0].Condition: lets in tokens that were issued for anybody; add \"StringEquals\":"
                + " {\"cognito-identity.amazonaws.com:aud\": \"the id of your identity pool\"} to the statement, or every"
                + " pool is trusted";

        assertRefused(
                () -> call("CreateRole", "RoleName=s", "AssumeRolePolicyDocument=" + open),
                "MalformedPolicyDocument",
                400,
                message);
        assertRefused(
                () -> call("UpdateAssumeRolePolicy", "RoleName=r", "PolicyDocument=" + open),
                "MalformedPolicyDocument",
                400,
                message);
    }

    @Test
    void aTrustPolicyMayNotBeTooLong() {
        String statement = "{\"Effect\":\"Deny\",\"Principal\":{\"Federated\":\"x\"},\"Action\":\"*\"}";
        String document = "{\"Statement\":[" + statement + (", " + statement).repeat(40) + "]}";

        assertRefused(
                () -> call("CreateRole", "RoleName=r", "AssumeRolePolicyDocument=" + document),
                "LimitExceeded",
                409,
                "Cannot exceed quota for ACLSizePerRole: 2048");
    }

    @Test
    void listsArePagedInTheOrderOfNames() {
        IntStream.of(3, 1, 2).forEach(i -> createRole("r" + i));
        String first = call("ListRoles", "MaxItems=2");
        String marker = first.replaceAll("(?s).*<Marker>(.*)</Marker>.*", "$1");
        call("DeleteRole", "RoleName=r2");

        assertThat(first)
                .containsSubsequence("<RoleName>r1<", "<RoleName>r2<", "<IsTruncated>true</IsTruncated>")
                .doesNotContain("r3");
        assertThat(call("ListRoles", "MaxItems=2", "Marker=" + marker))
                .contains("<RoleName>r3<", "<IsTruncated>false</IsTruncated>")
                .doesNotContain("r1", "<Marker>");
        assertThat(call("ListRoles", "PathPrefix=/x/")).contains("<Roles></Roles><IsTruncated>false</IsTruncated>");
    }

    @Test
    void aMarkerIsOneOfOurs() {
        assertRefused(
                () -> call("ListRoles", "Marker=***"),
                "ValidationError",
                400,
                "1 validation error detected: Value at 'marker' failed to satisfy constraint: Member must be the"
                        + " marker of an answer");
    }

    @Test
    void whatIsNotThereCannotBeFound() {
        for (String action : new String[] {"GetRole", "DeleteRole", "UpdateRole", "ListInstanceProfilesForRole"}) {
            assertRefused(
                    () -> call(action, "RoleName=r"), "NoSuchEntity", 404, "The role with name r cannot be found.");
        }
    }

    @Test
    void anUpdateChangesWhatItNames() {
        createRole("r");

        assertThat(call("UpdateRole", "RoleName=r", "Description=d")).contains("<UpdateRoleResult></UpdateRoleResult>");
        call("UpdateRole", "RoleName=r", "MaxSessionDuration=7200");

        assertThat(call("GetRole", "RoleName=r"))
                .contains("<Description>d</Description>", "<MaxSessionDuration>7200</MaxSessionDuration>");
    }

    @Test
    void aRoleWithPoliciesIsNotDeleted() {
        createRole("r");
        createPolicy("p");
        call("AttachRolePolicy", "RoleName=r", "PolicyArn=" + POLICY);
        call("PutRolePolicy", "RoleName=r", "PolicyName=i", "PolicyDocument=" + MemoryAccount.ALLOW);

        assertRefused(
                () -> call("DeleteRole", "RoleName=r"),
                "DeleteConflict",
                409,
                "Cannot delete entity, must detach all policies first.");
        call("DetachRolePolicy", "RoleName=r", "PolicyArn=" + POLICY);
        assertRefused(
                () -> call("DeleteRole", "RoleName=r"),
                "DeleteConflict",
                409,
                "Cannot delete entity, must delete policies first.");
        call("DeleteRolePolicy", "RoleName=r", "PolicyName=i");
        assertThat(call("DeleteRole", "RoleName=r"))
                .isEqualTo("<DeleteRoleResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><ResponseMetadata>"
                        + "<RequestId>r</RequestId></ResponseMetadata></DeleteRoleResponse>");
    }
}
