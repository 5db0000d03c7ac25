package io.keypool.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Source: IAM API Reference, PutRolePolicy, GetRolePolicy, ListRolePolicies, DeleteRolePolicy. */
final class InlinePoliciesTest extends IamTest {

    @BeforeEach
    void aRole() {
        createRole("r");
    }

    @Test
    void aDocumentComesBackLetterByLetterAndEscaped() {
        String document = "  " + MemoryAccount.ALLOW + "\n";
        put("p", document);

        assertThat(call("GetRolePolicy", "RoleName=r", "PolicyName=p"))
                .contains("<RoleName>r</RoleName><PolicyName>p</PolicyName>")
                .contains("<PolicyDocument>"
                        + URLEncoder.encode(document, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A")
                        + "</PolicyDocument>");
    }

    @Test
    void aSecondPutReplacesTheFirst() {
        put("p", MemoryAccount.ALLOW);
        put("p", MemoryAccount.ALLOW.replace("GetObject", "PutObject"));
        put("a", MemoryAccount.ALLOW);

        assertThat(call("GetRolePolicy", "RoleName=r", "PolicyName=p")).contains("PutObject");
        assertThat(call("ListRolePolicies", "RoleName=r"))
                .contains("<PolicyNames><member>a</member><member>p</member></PolicyNames>");
    }

    @Test
    void aMalformedDocumentIsRefusedWithThePlace() {
        assertRefused(
                () -> put("p", MemoryAccount.ALLOW.replace("\"*\"", "\"everything\"")),
                "MalformedPolicyDocument",
                400,
                "Statement.Resource: must be * or arn:partition:service:region:account:resource");
        assertRefused(() -> put("p", "{"), "MalformedPolicyDocument", 400, "document: is not JSON (line 1, column 2)");
    }

    @Test
    void allTogetherMayNotBeTooLong() {
        String document = MemoryAccount.ALLOW.replace("s3:GetObject", "s3:" + "a".repeat(6000));
        put("p", document);
        put("p", document);

        assertRefused(
                () -> put("q", document),
                "LimitExceeded",
                409,
                "Maximum policy size of 10240 bytes exceeded for role r");
    }

    @Test
    void whatIsNotThereCannotBeFound() {
        for (String action : new String[] {"GetRolePolicy", "DeleteRolePolicy"}) {
            assertRefused(
                    () -> call(action, "RoleName=r", "PolicyName=p"),
                    "NoSuchEntity",
                    404,
                    "The role policy with name p cannot be found.");
        }
    }

    private void put(String name, String document) {
        call("PutRolePolicy", "RoleName=r", "PolicyName=" + name, "PolicyDocument=" + document);
    }
}
