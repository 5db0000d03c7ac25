package io.keypool.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keypool.aws.AwsFault;
import io.keypool.iam.wire.IamActions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Source: Service Authorization Reference, Actions, resources, and condition keys for IAM; IAM User Guide, Troubleshoot
 * access denied error messages.
 */
final class AccessTest extends IamTest {

    private static final String DENIED = "User: " + MemoryAccount.CALLER + " is not authorized to perform: ";

    /** Whatever an action needs; what one does not know it passes over. */
    private static final String[] EVERYTHING = {
        "RoleName=r",
        "PolicyName=p",
        "PolicyArn=" + POLICY,
        "PermissionsBoundary=" + POLICY,
        "PolicySourceArn=arn:aws:iam::000000000000:role/r",
        "OpenIDConnectProviderArn=arn:aws:iam::000000000000:oidc-provider/x",
        "SAMLProviderArn=arn:aws:iam::000000000000:saml-provider/x",
        "AssumeRolePolicyDocument=" + MemoryAccount.TRUST,
        "PolicyDocument=" + MemoryAccount.ALLOW,
        "Description=d",
        "VersionId=v1",
        "Tags.member.1.Key=k",
        "Tags.member.1.Value=v",
        "TagKeys.member.1=k",
        "ActionNames.member.1=s3:GetObject",
        "PolicyInputList.member.1=" + MemoryAccount.ALLOW
    };

    static Stream<String> actions() {
        return IamActions.names().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void everyActionAsksBeforeItTellsOrDoesAnything(String action) {
        account.callerMay("""
            {"Statement": {"Effect": "Allow", "NotAction": "iam:%s", "Resource": "*"}}""".formatted(action));

        for (boolean exists : new boolean[] {false, true}) {
            if (exists) {
                account.callerMay("""
                    {"Statement": {"Effect": "Allow", "Action": "iam:Create*", "Resource": "*"}}""");
                createRole("r");
                createPolicy("p");
                account.callerMay("""
                    {"Statement": {"Effect": "Allow", "NotAction": "iam:%s", "Resource": "*"}}""".formatted(action));
            }
            assertThatExceptionOfType(AwsFault.class)
                    .isThrownBy(() -> call(action, EVERYTHING))
                    .satisfies(denied -> {
                        assertThat(denied.code()).isEqualTo("AccessDenied");
                        assertThat(denied.httpStatus()).isEqualTo(403);
                        assertThat(denied.message())
                                .startsWith(DENIED + "iam:" + action + " on resource: ")
                                .endsWith(" because no identity-based policy allows the iam:" + action + " action");
                    });
        }
    }

    @Test
    void aDenialSaysSo() {
        account.callerMay("""
            {"Statement": [{"Effect": "Allow", "Action": "iam:*", "Resource": "*"},
              {"Effect": "Deny", "Action": "iam:GetRole", "Resource": "*"}]}""");

        assertRefused(
                () -> call("GetRole", "RoleName=r"),
                "AccessDenied",
                403,
                DENIED + "iam:GetRole on resource: arn:aws:iam::000000000000:role/r with an explicit deny in an"
                        + " identity-based policy");
    }

    @ParameterizedTest
    @CsvSource({
        "ListRoles, *",
        "ListPolicies, *",
        "ListOpenIDConnectProviders, *",
        "ListSAMLProviders, *",
        "SimulateCustomPolicy, *",
        "GetRole, arn:aws:iam::000000000000:role/team/r",
        "ListRolePolicies, arn:aws:iam::000000000000:role/team/r",
        "AttachRolePolicy, arn:aws:iam::000000000000:role/team/r",
        "GetPolicy, arn:aws:iam::000000000000:policy/p",
        "SimulatePrincipalPolicy, arn:aws:iam::000000000000:role/r",
        "GetOpenIDConnectProvider, arn:aws:iam::000000000000:oidc-provider/x"
    })
    void theResourceIsThatOfTheReference(String action, String resource) {
        call("CreateRole", "RoleName=r", "Path=/team/", "AssumeRolePolicyDocument=" + MemoryAccount.TRUST);
        account.callerMay("""
            {"Statement": {"Effect": "Allow", "Action": "iam:None", "Resource": "*"}}""");

        assertThatExceptionOfType(AwsFault.class)
                .isThrownBy(() -> call(action, EVERYTHING))
                .satisfies(denied -> assertThat(denied.message()).contains(" on resource: " + resource + " because"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AttachRolePolicy | `'ArnEquals': {'iam:PolicyARN': '" + POLICY + "'}`",
                "PutRolePermissionsBoundary | `'StringEquals': {'iam:PermissionsBoundary': '" + POLICY + "'}`",
                "TagRole | `'StringEquals': {'aws:RequestTag/k': 'v'}, 'ForAllValues:StringEquals': {'aws:TagKeys': ['k']}`",
                "UntagRole | `'ForAnyValue:StringEquals': {'aws:TagKeys': ['k']}`",
                "GetRole | `'StringEquals': {'iam:ResourceTag/Team': 'blue', 'aws:ResourceTag/team': 'blue'}`"
            })
    void anActionHasItsConditionKeys(String action, String condition) {
        call(
                "CreateRole",
                "RoleName=r",
                "AssumeRolePolicyDocument=" + MemoryAccount.TRUST,
                "Tags.member.1.Key=Team",
                "Tags.member.1.Value=blue");
        createPolicy("p");
        String policy = """
            {'Version': '2012-10-17', 'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*',
              'Condition': {%s}}}""".formatted(condition).replace('\'', '"');
        account.callerMay(policy);

        assertThat(call(action, EVERYTHING)).contains(action + "Response");

        account.callerMay(policy.replace("\"blue\"", "\"red\"")
                .replace("\"v\"", "\"w\"")
                .replace(POLICY, POLICY + "x")
                .replace("[\"k\"]", "[\"l\"]"));
        assertThatExceptionOfType(AwsFault.class)
                .isThrownBy(() -> call(action, EVERYTHING))
                .satisfies(denied -> assertThat(denied.code()).isEqualTo("AccessDenied"));
    }
}
