package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityPoolResponse;

/**
 * The command of docs/migrating-from-cognito.md, with files as AWS's command line writes them. Source:
 * reference/aws-contract.md §1.1, §1.2 (the answers of DescribeIdentityPool, GetIdentityPoolRoles, ListIdentities and
 * DescribeIdentity).
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ImportFromAwsIT {

    private static final String SECRET = "importer-secret-0123456789";
    private static final int MANY = 20_000;

    @TempDir
    Path folder;

    private final PoolTenant tenant;
    private final OpenIdStub provider = new OpenIdStub();
    private final String guest = newId();
    private final String person = newId();

    ImportFromAwsIT(Keypool keypool) {
        this.tenant = PoolTenant.create(keypool);
        tenant.realm().grant(tenant.realm().addUser("importer", SECRET, Map.of()), "manage-identity-pools");
        tenant.realm().addBroker("one", provider.broker());
    }

    @AfterAll
    void close() {
        provider.close();
        tenant.close();
    }

    private static String newId() {
        return "us-east-1:" + UUID.randomUUID();
    }

    @Test
    void takesOverAPoolWithItsIdentities() throws IOException, InterruptedException {
        String pool = newId();
        List<Path> files = List.of(poolFile(pool), rolesFile(pool), pages(pool), logins());

        assertThat(run(0, files)).isEqualTo("""
                pool %s is made
                4 imported, 0 were there, 0 refused
                """.formatted(pool));
        assertThat(run(0, files)).isEqualTo("""
                pool %s is there
                0 imported, 4 were there, 0 refused
                """.formatted(pool));

        DescribeIdentityPoolResponse described =
                tenant.cognito().describeIdentityPool(request -> request.identityPoolId(pool));
        DescribeIdentityPoolResponse expected = DescribeIdentityPoolResponse.builder()
                .identityPoolId(pool)
                .identityPoolName("shop")
                .allowUnauthenticatedIdentities(true)
                .allowClassicFlow(true)
                .developerProviderName("login.shop")
                .openIdConnectProviderARNs(provider.arn())
                .identityPoolTags(Map.of("Team", "blue"))
                .build();
        assertThat(described.equalsBySdkFields(expected)).as("%s", described).isTrue();
        assertThat(tenant.realm()
                        .component(OwnRealm.componentOf(pool))
                        .at("/config/authenticatedRoleArn/0")
                        .textValue())
                .isEqualTo(OwnRealm.roleArn("ShopUser"));
        assertThat(tenant.realm().openIdToken(guest)).isNotEmpty();
        assertThat(tenant.realm().identity(pool, provider.logins(provider.idToken("subject-1"))))
                .isEqualTo(person);
        assertThat(tenant.cognito()
                        .lookupDeveloperIdentity(
                                request -> request.identityPoolId(pool).developerUserIdentifier("user-1"))
                        .identityId())
                .isEqualTo(person);
        NotAuthorized.assertRefused(
                () -> tenant.realm().openIdToken(person), "Access to Identity '" + person + "' is forbidden.");
    }

    @Test
    void tellsWhatItDoesNotTake() throws IOException, InterruptedException {
        String other = tenant.realm().newGuest(tenant.newPool(request -> {}).identityPoolId());
        String mine = newId();
        Path file = write("others.json", """
                {"IdentityId": "%s", "CreationDate": 1700000000}
                {"IdentityId": "eu-west-1:%s", "CreationDate": 1700000000}
                {"IdentityId": "%s", "CreationDate": 1700000000}
                {"IdentityId": "%s", "Provider": "nobody.example.com", "Subject": "1"}
                """.formatted(other, UUID.randomUUID(), mine, mine));

        String output = run(1, List.of(poolFile(newId()), file));

        assertThat(output)
                .contains(
                        other + ": it is an identity of another pool",
                        ": the region of this server is us-east-1",
                        mine + ": the pool has no such provider, or the realm cannot verify its logins",
                        "1 imported, 0 were there, 3 refused");
    }

    /** 100,000 a minute or better; a busy machine is given five times as long, and the command itself its time. */
    @Test
    void takesManyInManyRequests() throws IOException, InterruptedException {
        Path file = write(
                "many.jsonl",
                IntStream.range(0, MANY)
                        .mapToObj(i -> "{\"IdentityId\": \"" + newId()
                                + "\", \"Logins\": [\"accounts.google.com\"], \"CreationDate\":"
                                + " \"2023-05-01T12:00:00.123000+02:00\", \"LastModifiedDate\": 1700000000.5}")
                        .collect(Collectors.joining("\n")));

        assertThat(run(0, List.of(poolFile(newId()), file))).endsWith(MANY + " imported, 0 were there, 0 refused\n");
    }

    private Path poolFile(String pool) throws IOException {
        return write("pool.json", """
                {
                    "IdentityPoolId": "%s",
                    "IdentityPoolName": "shop",
                    "AllowUnauthenticatedIdentities": true,
                    "AllowClassicFlow": true,
                    "DeveloperProviderName": "login.shop",
                    "OpenIdConnectProviderARNs": ["%s"],
                    "IdentityPoolTags": {"Team": "blue", "aws:cloudformation:stack-name": "shop"}
                }
                """.formatted(pool, provider.arn()));
    }

    private Path rolesFile(String pool) throws IOException {
        return write("roles.json", """
                {"IdentityPoolId": "%s", "Roles": {"authenticated": "%s"}}
                """.formatted(pool, OwnRealm.roleArn("ShopUser")));
    }

    /** Two answers of list-identities, one after the other. */
    private Path pages(String pool) throws IOException {
        return write("identities.json", """
                {
                    "IdentityPoolId": "%1$s",
                    "Identities": [
                        {
                            "IdentityId": "%2$s",
                            "CreationDate": "2023-05-01T12:00:00.123000+02:00",
                            "LastModifiedDate": "2023-05-02T12:00:00.123000+02:00"
                        }
                    ],
                    "NextToken": "{\\"}"
                }
                {"IdentityPoolId": "%1$s", "Identities": [
                  {"IdentityId": "%3$s", "Logins": ["%4$s"], "CreationDate": 1682935200.123,
                   "LastModifiedDate": 1682935300.0}]}
                """.formatted(pool, guest, person, provider.provider()));
    }

    private Path logins() throws IOException {
        return write("logins.jsonl", """
                {"IdentityId": "%1$s", "Provider": "%2$s", "Subject": "subject-1"}
                {"IdentityId": "%1$s", "Provider": "login.shop", "Subject": "user-1"}
                """.formatted(person, provider.provider()));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String run(int status, List<Path> files) throws IOException, InterruptedException {
        Path log = folder.resolve("import.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                ExampleProcess.example("import/ImportPool.java").toString(),
                tenant.keypool().url().toString(),
                tenant.realm().name()));
        files.forEach(file -> command.add(file.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("KEYPOOL_CLIENT_ID", "importer");
        builder.environment().put("KEYPOOL_CLIENT_SECRET", SECRET);
        int ended = builder.start().waitFor();
        String output = Files.readString(log);
        assertThat(ended).as(output).isEqualTo(status);
        return output;
    }
}
