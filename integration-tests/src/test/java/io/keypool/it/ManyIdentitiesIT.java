package io.keypool.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.keypool.server.KeycloakHome;
import io.keypool.server.ServerProcess;
import io.keypool.server.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.IdentityDescription;
import software.amazon.awssdk.services.cognitoidentity.model.ListIdentitiesResponse;

/** ListIdentities of a pool with very many identities, on the database of the quickstart. Source: docs/adr/0026. */
@NeedsAssembly
@TestInstance(PER_CLASS)
final class ManyIdentitiesIT {

    /** A million take two minutes: with {@code -Dkeypool.identities=1000000}. Steps of the batch. */
    private static final int ALL = Integer.getInteger("keypool.identities", 100_000);

    private static final int BATCH = 20_000;
    private static final int PAGE = 60;

    private final ServerProcess server;
    private final H2Tables tables;
    private final DemoPool pool;
    private final CognitoIdentityClient client;

    ManyIdentitiesIT(@TempDir Path directory) throws IOException, InterruptedException, SQLException {
        Path home = Path.of(System.getProperty("keypool.home"));
        Path data = directory.resolve("data");
        this.server = ServerProcess.start(ServerSettings.of(KeycloakHome.at(home), data)
                .withEnvironment(H2Tables.environment(data))
                .withOptions("-Dh2.bindAddress=127.0.0.1")
                .withLog(directory.resolve("server.log")));
        Keypool keypool = new Keypool(server.url());
        this.tables = H2Tables.open(home, data);
        this.client = keypool.backend();
        this.pool = DemoPool.create(keypool);
        fill();
    }

    /** The younger ones have the smaller ids. Every second one has a login; every tenth was merged away. */
    private void fill() throws SQLException {
        String realm = tables.column("SELECT ID FROM REALM WHERE NAME = 'demo'").get(0);
        for (int first = 1; first <= ALL; first += BATCH) {
            tables.update(
                    "INSERT INTO KEYPOOL_IDENTITY (ID, REALM_ID, POOL_ID, CREATED_AT, MODIFIED_AT, STATE)"
                            + " SELECT 'us-east-1:' || LPAD(CAST(? - X AS VARCHAR), 8, '0') || '-0000-4000-8000-000000000000',"
                            + " CAST(? AS VARCHAR), CAST(? AS VARCHAR), X, X,"
                            + " CASE WHEN MOD(X, 10) = 5 THEN 'MERGED' WHEN MOD(X, 2) = 0 THEN 'LINKED' ELSE 'GUEST' END"
                            + " FROM SYSTEM_RANGE(?, ?)",
                    ALL,
                    realm,
                    OwnRealm.componentOf(pool.id()),
                    first,
                    first + BATCH - 1);
            tables.update(
                    "INSERT INTO KEYPOOL_LOGIN (SUBJECT_HASH, REALM_ID, PROVIDER, IDENTITY_ID, LINKED_AT)"
                            + " SELECT ID, REALM_ID, 'idp.example.com', ID, CREATED_AT FROM KEYPOOL_IDENTITY"
                            + " WHERE STATE = 'LINKED' AND POOL_ID = ? AND CREATED_AT BETWEEN ? AND ?",
                    OwnRealm.componentOf(pool.id()),
                    first,
                    first + BATCH - 1);
        }
    }

    @AfterAll
    void stop() throws SQLException, IOException {
        client.close();
        pool.close();
        tables.close();
        server.close();
    }

    @Test
    void pagesAreInOneOrderWhereverTheyAre() throws SQLException {
        List<String> ids = tables.column(
                "SELECT ID FROM KEYPOOL_IDENTITY WHERE POOL_ID = ? ORDER BY CREATED_AT, ID",
                OwnRealm.componentOf(pool.id()));
        assertThat(ids).hasSize(ALL);
        for (int start : List.of(0, ALL / 1_000, ALL / 4, ALL / 2, ALL - 1_000)) {
            String token = start == 0 ? "" : after(start, ids.get(start - 1));
            for (int page = 0; page < 5; page++) {
                ListIdentitiesResponse answer = list(token, false);
                int first = start + page * PAGE;
                assertThat(idsOf(answer)).isEqualTo(ids.subList(first, first + PAGE));
                token = answer.nextToken();
            }
        }
    }

    @Test
    void theLastPageIsTheLast() throws SQLException {
        String before = tables.column(
                        "SELECT ID FROM KEYPOOL_IDENTITY WHERE POOL_ID = ? AND CREATED_AT = ?",
                        OwnRealm.componentOf(pool.id()),
                        ALL - PAGE)
                .get(0);

        ListIdentitiesResponse answer = list(after(ALL - PAGE, before), false);

        assertThat(answer.identities()).hasSize(PAGE);
        assertThat(answer.nextToken()).isNull();
    }

    @Test
    void aPageIsOneReadByTheIndex() throws SQLException {
        list("", true);
        tables.watchStatements();

        ListIdentitiesResponse answer = list("", true);

        List<Map.Entry<String, Long>> ours = tables.statements().entrySet().stream()
                .filter(statement -> statement.getKey().contains("KEYPOOL_IDENTITY"))
                .toList();
        assertThat(answer.identities()).hasSize(PAGE);
        assertThat(answer.identities())
                .as("with the names of their providers")
                .anyMatch(identity -> identity.logins().equals(List.of("idp.example.com")));
        assertThat(ours).singleElement().extracting(Map.Entry::getValue).isEqualTo(1L);
        assertThat(tables.plan(
                        ours.get(0).getKey(),
                        List.of("realm", OwnRealm.componentOf(pool.id()), 0L, 0L, "", "GUEST", "LINKED", PAGE + 1)))
                .contains("IDX_KEYPOOL_IDENTITY_CREATED");
    }

    /** The token that a page ends with whose last identity is this one. */
    private String after(long created, String identity) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("identities/" + pool.id() + "/" + created + "/" + identity).getBytes(UTF_8));
    }

    private ListIdentitiesResponse list(String token, boolean hideDisabled) {
        return client.listIdentities(request -> request.identityPoolId(pool.id())
                .maxResults(PAGE)
                .hideDisabled(hideDisabled)
                .nextToken(token.isEmpty() ? null : token));
    }

    private static List<String> idsOf(ListIdentitiesResponse page) {
        return page.identities().stream().map(IdentityDescription::identityId).toList();
    }
}
