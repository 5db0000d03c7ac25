package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.keypool.server.KeycloakHome;
import io.keypool.server.ServerProcess;
import io.keypool.server.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** A server of its own on PostgreSQL. Source: issue 2, points 1, 2, 3 and 7; DESIGN.md §4, Identity. */
@NeedsAssembly
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresIT {

    private static final String SESSION_ARN =
            "arn:aws:sts::000000000000:assumed-role/DemoGuest/CognitoIdentityCredentials";

    private Path work = Path.of("");
    private Postgres database;
    private KeycloakHome home;
    private ServerSettings settings;
    private ServerProcess server;
    private Keypool keypool;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        Path root = Files.createDirectories(Path.of(System.getProperty("keypool.work")));
        work = Files.createTempDirectory(root, "postgres-");
        database = Postgres.start(root);
        home = PostgresHome.in(root);
        settings = settings("first", database.url());
        server = ServerProcess.start(settings);
        keypool = new Keypool(server.url());
    }

    @AfterAll
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void servesTheGuestLine() {
        String guest = keypool.newGuest();
        String token = keypool.openIdToken(guest);
        Credentials credentials = keypool.credentials(guest);

        assertThat(arn(keypool, credentials)).isEqualTo(SESSION_ARN);
        assertThat(subject(keypool, token)).isEqualTo(guest);
    }

    @Test
    void writesOneRowForEachGuest() throws SQLException {
        String guest = keypool.newGuest();

        List<Map<String, Object>> rows = database.identities(guest);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row)
                    .containsOnlyKeys(
                            "id",
                            "realm_id",
                            "pool_id",
                            "created_at",
                            "modified_at",
                            "state",
                            "merged_into",
                            "disabled_from",
                            "seen_at");
            assertThat(row)
                    .containsEntry("state", "GUEST")
                    .containsEntry("merged_into", null)
                    .containsEntry("disabled_from", null)
                    .containsEntry("seen_at", null);
            assertThat(row).containsEntry("id", guest);
            assertThat(row).containsEntry("realm_id", realmId());
            assertThat(row).containsEntry("pool_id", OwnRealm.componentOf(Keypool.POOL_ID));
            assertThat((Long) row.get("created_at")).isCloseTo(Instant.now().toEpochMilli(), within(60_000L));
        });
    }

    @Test
    void guestsWhoLogInMayBeTransientUsers() throws SQLException {
        long before = database.count("user_entity");
        try (RealmUser user = RealmUser.create(keypool, "demo")) {
            HttpBrowser browser = new HttpBrowser(keypool);
            RealmTokens guest = browser.signIn(Map.of()).asGuest().tokens();
            String identity = JwtClaims.identity(guest);
            RealmTokens again = browser.signIn(Map.of("prompt", "none")).tokens();
            assertThat(JwtClaims.identity(again)).isEqualTo(identity);
            assertThat(database.count("user_entity")).isEqualTo(before + 1);

            RealmTokens signedIn =
                    browser.signIn(Map.of("prompt", "login")).as(user.name()).tokens();
            assertThat(signedIn.subject()).isEqualTo(user.id());
            assertThat(JwtClaims.identity(signedIn)).isEqualTo(identity);
        }
    }

    @Test
    void writesNoRowForACallThatIsRefused() throws SQLException {
        long before = database.identities();

        try (CognitoIdentityClient client = keypool.cognito()) {
            assertThatThrownBy(() -> client.getId(
                            request -> request.identityPoolId("us-east-1:00000000-0000-4000-8000-00000000dead")))
                    .isInstanceOf(ResourceNotFoundException.class);
        }

        assertThat(database.identities()).isEqualTo(before);
    }

    @Test
    void gives64ParallelCallers64IdsAndRows() throws SQLException {
        long before = database.identities();

        List<String> ids = Parallel.calls(64, keypool::newGuest);

        assertThat(new HashSet<>(ids)).hasSize(64);
        assertThat(database.identities()).isEqualTo(before + 64);
    }

    @Test
    void keepsIdentitiesTokensAndCredentialsOverARestart() throws IOException, InterruptedException {
        String guest = keypool.newGuest();
        String token = keypool.openIdToken(guest);
        Credentials credentials = keypool.credentials(guest);

        server.close();
        server = ServerProcess.start(settings);

        assertThat(keypool.credentials(guest).accessKeyId()).startsWith("ASIA");
        assertThat(subject(keypool, token)).isEqualTo(guest);
        assertThat(arn(keypool, credentials)).isEqualTo(SESSION_ARN);
    }

    @Test
    void keepsWhatWasRevokedOverACrash() throws IOException, InterruptedException {
        Credentials credentials = keypool.credentials(keypool.newGuest());
        assertThat(keypool.admin()
                        .post("/demo/sts/revocations", Map.of("session", credentials.accessKeyId()))
                        .statusCode())
                .isEqualTo(200);

        server.kill();
        server = ServerProcess.start(settings);

        assertThatThrownBy(() -> arn(keypool, credentials))
                .isInstanceOfSatisfying(
                        StsException.class,
                        refusal -> assertThat(refusal.awsErrorDetails().errorCode())
                                .isEqualTo("ExpiredToken"));
    }

    /** As at the first start with the extension. */
    @Test
    void addsAdministratorsRolesToRealmsThatAreThere() throws IOException, InterruptedException, SQLException {
        server.close();
        deleteRoles(ManagementRoles.ADDED);
        server = ServerProcess.start(settings);

        keypool = new Keypool(server.url());
        assertThat(ManagementRoles.in(keypool.admin(), "demo").names()).containsAll(ManagementRoles.ADDED);
        assertThat(ManagementRoles.inMaster(keypool.admin(), "demo").names()).containsAll(ManagementRoles.ADDED);
    }

    /** An export of the realm holds its keys in clear; the identities are not part of it. */
    @Test
    void carriesPoolsRolesAndKeysIntoAnotherDatabase() throws IOException, InterruptedException, SQLException {
        String guest = keypool.newGuest();
        String token = keypool.openIdToken(guest);
        Credentials credentials = keypool.credentials(guest);
        String other = database.newDatabase("other");
        Path file = work.resolve("demo.json");

        kc(database.url(), "export", "--realm=demo", "--file=" + file);
        kc(other, "import", "--file=" + file);

        // Under the public address of the first one, as after a move.
        ServerSettings moved = settings("second", other)
                .withEnvironment(Map.of("KC_HOSTNAME", keypool.url().toString()));
        try (ServerProcess second = ServerProcess.start(moved)) {
            Keypool there = new Keypool(second.url());
            assertThat(subject(there, token)).isEqualTo(guest);
            assertThat(arn(there, credentials)).isEqualTo(SESSION_ARN);
            assertThat(arn(there, there.credentials(there.newGuest()))).isEqualTo(SESSION_ARN);
            assertThatThrownBy(() -> there.credentials(guest)).isInstanceOf(ResourceNotFoundException.class);
        }
    }

    private void deleteRoles(Set<String> names) throws SQLException {
        String ids = "(select id from keycloak_role where name in ('" + String.join("', '", names) + "'))";
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from composite_role where child_role in " + ids);
            statement.executeUpdate("delete from user_role_mapping where role_id in " + ids);
            statement.executeUpdate("delete from keycloak_role where id in " + ids);
        }
    }

    private static String arn(Keypool at, Credentials credentials) {
        try (StsClient sts = at.sts(credentials)) {
            return sts.getCallerIdentity().arn();
        }
    }

    private static String subject(Keypool at, String token) {
        try (StsClient sts = at.sts()) {
            return sts.assumeRoleWithWebIdentity(request -> request.roleArn(Keypool.GUEST_ROLE)
                            .roleSessionName("session")
                            .webIdentityToken(token))
                    .subjectFromWebIdentityToken();
        }
    }

    private ServerSettings settings(String name, String jdbcUrl) throws IOException {
        Path data = Files.createDirectories(work.resolve(name));
        return ServerSettings.of(home, data)
                .withPostgres(jdbcUrl, Postgres.USER, Postgres.PASSWORD)
                .withOptions(KeycloakHome.QUICK_JVM)
                .withOptions("--spi-realm-restapi-extension--identity-pool--transient-guests=true")
                .withLog(data.resolve("server.log"));
    }

    /** Through the shell script: the server assembly runs nothing but servers. */
    private void kc(String jdbcUrl, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("sh", home.directory().resolve("bin/kc.sh").toString()));
        command.addAll(List.of(arguments));
        command.add("--optimized");
        Path log = work.resolve("kc-" + arguments[0] + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "KC_DB_URL",
                        jdbcUrl,
                        "KC_DB_USERNAME",
                        Postgres.USER,
                        "KC_DB_PASSWORD",
                        Postgres.PASSWORD,
                        "KC_CACHE",
                        "local",
                        "JAVA_OPTS_APPEND",
                        KeycloakHome.QUICK_JVM));
        assertThat(builder.start().waitFor()).as(Files.readString(log)).isZero();
    }

    private Object realmId() {
        return Admin.parse(keypool.admin().get("/demo").body()).path("id").asText();
    }
}
