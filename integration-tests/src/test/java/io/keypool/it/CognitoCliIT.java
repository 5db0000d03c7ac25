package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example that calls every operation with the AWS CLI. Source of the commands: AWS CLI Command Reference,
 * cognito-identity; of the operations: reference/aws-contract.md §1.1.
 */
@ExtendWith(KeypoolExtension.class)
final class CognitoCliIT {

    private static final Set<String> COMMANDS = Set.of(
            "create-identity-pool",
            "delete-identities",
            "delete-identity-pool",
            "describe-identity",
            "describe-identity-pool",
            "get-credentials-for-identity",
            "get-id",
            "get-identity-pool-roles",
            "get-open-id-token",
            "get-open-id-token-for-developer-identity",
            "get-principal-tag-attribute-map",
            "list-identities",
            "list-identity-pools",
            "list-tags-for-resource",
            "lookup-developer-identity",
            "merge-developer-identities",
            "set-identity-pool-roles",
            "set-principal-tag-attribute-map",
            "tag-resource",
            "unlink-developer-identity",
            "unlink-identity",
            "untag-resource",
            "update-identity-pool");

    private final Keypool keypool;

    @TempDir
    private Path folder;

    CognitoCliIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @Test
    void everyOperationDoesWhatTheExampleWants() {
        InstalledProgram.needed("pip install awscli", "aws");
        AwsCli cli = new AwsCli(folder, Map.of("KEYPOOL_URL", keypool.url().toString()));

        List<String> lines = cli.print("bash " + ExampleProcess.example("aws-cli/all-operations.sh"));

        assertThat(lines).last().isEqualTo("all done");
        Set<String> called = lines.stream()
                .filter(line -> line.startsWith("$ aws cognito-identity "))
                .map(line -> line.split(" ", -1)[3])
                .collect(Collectors.toSet());
        assertThat(called).isEqualTo(COMMANDS);
    }
}
