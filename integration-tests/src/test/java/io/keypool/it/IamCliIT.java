package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Roles as the guides make them with the AWS CLI and a long-lived key. Source: Amazon Cognito Developer Guide, Role
 * trust and permissions; IAM User Guide, Create a role for OpenID Connect federation, Managing roles, Versioning IAM
 * policies and Testing IAM policies.
 */
@ExtendWith(KeypoolExtension.class)
final class IamCliIT {

    private static final String POLICY_ARN = "arn:aws:iam::000000000000:policy/CliReadBucket";

    private final Keypool keypool;
    private AwsCli cli;

    @TempDir
    private Path folder;

    IamCliIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @BeforeEach
    void writeTheFilesOfTheGuides() throws IOException {
        InstalledProgram.needed("pip install awscli", "aws");
        cli = new AwsCli(
                folder,
                Map.of(
                        "AWS_ACCESS_KEY_ID", "demo-operator",
                        "AWS_SECRET_ACCESS_KEY", "demo-operator-secret-0123456789",
                        "AWS_DEFAULT_REGION", "eu-central-1",
                        "AWS_ENDPOINT_URL_IAM", keypool.url() + "/realms/demo/iam"));
        Files.writeString(folder.resolve("trust.json"), OwnRealm.trustOfGuests(Keypool.POOL_ID));
        Files.writeString(folder.resolve("read.json"), IamDocuments.allow("s3:GetObject", "arn:aws:s3:::demo/*"));
        Files.writeString(folder.resolve("write.json"), IamDocuments.allow("s3:*Object", "arn:aws:s3:::demo/*"));
    }

    @Test
    void aRoleLivesAsInTheGuides() {
        JsonNode role = cli.run("aws iam create-role --role-name CliRole --assume-role-policy-document"
                + " file://trust.json --description 'made by the CLI' --tags Key=Team,Value=blue");
        assertThat(role.at("/Role/Arn").asText()).isEqualTo("arn:aws:iam::000000000000:role/CliRole");
        // The CLI shows documents as JSON only when they came escaped as IAM escapes them.
        assertThat(role.at("/Role/AssumeRolePolicyDocument/Statement/0/Principal/Federated")
                        .asText())
                .isEqualTo("cognito-identity.amazonaws.com");

        cli.run("aws iam put-role-policy --role-name CliRole --policy-name Inline --policy-document file://read.json");
        assertThat(cli.run("aws iam list-role-policies --role-name CliRole")
                        .at("/PolicyNames/0")
                        .asText())
                .isEqualTo("Inline");
        assertThat(cli.run("aws iam get-role-policy --role-name CliRole --policy-name Inline")
                        .at("/PolicyDocument/Statement/0/Action")
                        .asText())
                .isEqualTo("s3:GetObject");

        JsonNode policy =
                cli.run("aws iam create-policy --policy-name CliReadBucket --policy-document file://read.json");
        assertThat(policy.at("/Policy/Arn").asText()).isEqualTo(POLICY_ARN);
        cli.run("aws iam attach-role-policy --role-name CliRole --policy-arn " + POLICY_ARN);
        assertThat(cli.run("aws iam list-attached-role-policies --role-name CliRole")
                        .at("/AttachedPolicies/0/PolicyArn")
                        .asText())
                .isEqualTo(POLICY_ARN);
        assertThat(simulated("s3:PutObject")).isEqualTo("implicitDeny");

        cli.run("aws iam create-policy-version --policy-arn " + POLICY_ARN
                + " --policy-document file://write.json --set-as-default");
        assertThat(cli.run("aws iam get-policy-version --version-id v2 --policy-arn " + POLICY_ARN)
                        .at("/PolicyVersion/Document/Statement/0/Action")
                        .asText())
                .isEqualTo("s3:*Object");
        assertThat(simulated("s3:PutObject")).isEqualTo("allowed");
        assertThat(cli.run("aws iam list-roles --max-items 1 --query 'Roles[].RoleName'")
                        .size())
                .isEqualTo(1);
        assertThat(cli.fail("aws iam delete-role --role-name CliRole"))
                .contains("An error occurred (DeleteConflict) when calling the DeleteRole operation: Cannot delete"
                        + " entity, must detach all policies first.");

        cli.run("aws iam detach-role-policy --role-name CliRole --policy-arn " + POLICY_ARN);
        cli.run("aws iam delete-role-policy --role-name CliRole --policy-name Inline");
        cli.run("aws iam delete-role --role-name CliRole");
        cli.run("aws iam delete-policy-version --version-id v1 --policy-arn " + POLICY_ARN);
        cli.run("aws iam delete-policy --policy-arn " + POLICY_ARN);
        assertThat(cli.fail("aws iam get-role --role-name CliRole"))
                .contains("An error occurred (NoSuchEntity) when calling the GetRole operation: The role with name"
                        + " CliRole cannot be found.");
    }

    @Test
    void aTrustPolicyForEveryPoolIsRefusedWithAnExplanation() throws IOException {
        Files.writeString(
                folder.resolve("open.json"),
                OwnRealm.trustOfGuests("x").replaceAll("\"StringEquals\": [^}]*},\\s*", ""));

        assertThat(cli.fail("aws iam create-role --role-name CliOpen --assume-role-policy-document file://open.json"))
                .contains("An error occurred (MalformedPolicyDocument) when calling the CreateRole operation:")
                .contains("add \"StringEquals\": {\"cognito-identity.amazonaws.com:aud\": ");
    }

    @Test
    void theProvidersOfTheRealmAreThose() {
        String host = "localhost:" + keypool.url().getPort();

        assertThat(cli.run("aws iam list-open-id-connect-providers").toString())
                .contains("arn:aws:iam::000000000000:oidc-provider/" + host + "/realms/social\"");
        assertThat(cli.run("aws iam get-open-id-connect-provider --open-id-connect-provider-arn"
                                + " arn:aws:iam::000000000000:oidc-provider/" + host + "/realms/social")
                        .at("/ClientIDList/0")
                        .asText())
                .isEqualTo("demo-broker");
    }

    /** A key whose client has no rights in the realm. */
    @Test
    void whoMayNotIsToldSo() {
        AwsCli backend = new AwsCli(
                folder,
                Map.of(
                        "AWS_ACCESS_KEY_ID", "demo-backend",
                        "AWS_SECRET_ACCESS_KEY", "demo-backend-secret-0123456789",
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_ENDPOINT_URL_IAM", keypool.url() + "/realms/demo/iam"));

        assertThat(backend.fail("aws iam list-roles"))
                .contains("An error occurred (AccessDenied) when calling the ListRoles operation: User:"
                        + " arn:aws:iam::000000000000:user/demo-backend is not authorized to perform: iam:ListRoles on"
                        + " resource: * because no identity-based policy allows the iam:ListRoles action");
    }

    private String simulated(String action) {
        return cli.run("aws iam simulate-principal-policy --policy-source-arn"
                        + " arn:aws:iam::000000000000:role/CliRole --action-names " + action
                        + " --resource-arns arn:aws:s3:::demo/x")
                .at("/EvaluationResults/0/EvalDecision")
                .asText();
    }
}
