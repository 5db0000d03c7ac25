package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What administrators see of roles, and try out of policies. Source: docs/configuration.md, "Trying out policies"; the
 * decisions by the IAM User Guide, Policy evaluation logic.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IamAdminIT {

    private static final String BUCKET = "arn:aws:s3:::files/";
    private static final String FILES = """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "Own", "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::files/*",
               "Condition": {"StringEquals": {"aws:PrincipalTag/team": "red"}}},
              {"Sid": "Keep", "Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "*"}]}""";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final Admin viewer;
    private final String role;

    IamAdminIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        this.viewer = realm.administrator("view-realm");
        String pool = realm.addPool(OwnRealm.ES256);
        this.role = realm.addRole("Reader", OwnRealm.trustOfGuests(pool), FILES);
        realm.tryToAddRole(
                "admin",
                Map.of(
                        "path", "/staff/",
                        "description", "who may do all",
                        "maxSessionDuration", "7200",
                        "trustPolicy", OwnRealm.trustOfGuests(pool)));
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void rolesAreListedByName() {
        JsonNode roles = Admin.parse(viewer.get(path("roles")).body());

        Map<String, Object> staff = new HashMap<>(Map.of("name", "admin", "path", "/staff/"));
        staff.put("componentId", component("admin"));
        staff.put("arn", "arn:aws:iam::000000000000:role/staff/admin");
        staff.put("description", "who may do all");
        staff.put("maxSessionDuration", 7200);
        Map<String, Object> reader = new HashMap<>(Map.of("name", "Reader", "path", "/"));
        reader.put("componentId", component("Reader"));
        reader.put("arn", role);
        reader.put("maxSessionDuration", 3600);
        assertThat(roles)
                .isEqualTo(Admin.tree(Map.of("roles", List.of(staff, reader))).get("roles"));
    }

    @Test
    void aDocumentIsCheckedAsWhereItIsStored() {
        String invalid = FILES.replace("\"arn:aws:s3:::files/*\"", "\"files\"");

        JsonNode answer = done("policies/validate", Map.of("kind", "IDENTITY", "document", invalid));

        assertThat(answer.get("valid").booleanValue()).isFalse();
        assertThat(answer.get("place").textValue()).isEqualTo("Statement[0].Resource");
        assertThat(answer.has("line")).isFalse();
        String message = answer.get("message").textValue();
        HttpResponse<String> stored = realm.tryToAddRole(
                "Invalid",
                Map.of("trustPolicy", OwnRealm.trustOfGuests("us-east-1:1"), "inlinePolicies", "p " + invalid));
        assertThat(stored.statusCode()).isEqualTo(400);
        assertThat(stored.body()).contains(message);
        assertThat(done("policies/validate", Map.of("kind", "IDENTITY", "document", FILES)))
                .isEqualTo(Admin.tree(Map.of("valid", true)));
    }

    @Test
    void whatCannotBeReadIsNamedByLineAndColumn() {
        assertThat(done("policies/validate", Map.of("kind", "TRUST", "document", "{\n  \"Statement\": ]\n}")))
                .isEqualTo(Admin.tree(Map.of(
                        "valid",
                        false,
                        "message",
                        "document: is not JSON (line 2, column 17)",
                        "place",
                        "document",
                        "line",
                        2,
                        "column",
                        17)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reader", "arn:aws:iam::000000000000:role/Reader"})
    void aRoleIsTriedOutByNameAndArn(String nameOrArn) {
        JsonNode answer = done(
                "simulate",
                Map.of(
                        "role", nameOrArn,
                        "actions", List.of("s3:GetObject", "s3:DeleteObject"),
                        "resources", List.of(BUCKET + "a"),
                        "context", List.of(Map.of("key", "aws:PrincipalTag/team", "values", List.of("red")))));

        assertThat(answer)
                .isEqualTo(Admin.tree(Map.of(
                        "results",
                        List.of(
                                result("s3:GetObject", "allowed", "ALLOW", statement(0, "Own")),
                                result("s3:DeleteObject", "explicitDeny", "EXPLICIT_DENY", statement(1, "Keep"))))));
    }

    private Map<String, Object> result(String action, String decision, String outcome, Map<String, ?> statement) {
        return Map.of(
                "action",
                action,
                "resource",
                BUCKET + "a",
                "decision",
                decision,
                "missingKeys",
                List.of(),
                "trace",
                Map.of(
                        "principal", role,
                        "action", action,
                        "resource", BUCKET + "a",
                        "outcome", outcome,
                        "statement", statement,
                        "mismatches", List.of()));
    }

    private static Map<String, Object> statement(int index, String sid) {
        return Map.of("policyKind", "IDENTITY", "policy", "Permissions", "index", index, "sid", sid);
    }

    @Test
    void theConditionThatDidNotMatchIsNamedWithWhatWasThere() {
        JsonNode answer = done(
                "simulate",
                Map.of(
                        "policies", List.of(FILES),
                        "actions", List.of("s3:GetObject"),
                        "resources", List.of(BUCKET + "a"),
                        "context", List.of(Map.of("key", "aws:PrincipalTag/team", "values", List.of("blue")))));

        JsonNode trace = answer.at("/results/0/trace");
        assertThat(answer.at("/results/0/decision").textValue()).isEqualTo("implicitDeny");
        assertThat(trace.get("outcome").textValue()).isEqualTo("IMPLICIT_DENY");
        assertThat(trace.at("/mismatches/0/element").textValue())
                .isEqualTo("Condition.StringEquals.aws:principaltag/team");
        assertThat(trace.at("/mismatches/0/observed/0").textValue()).isEqualTo("blue");
        assertThat(trace.at("/mismatches/0/statement/sid").textValue()).isEqualTo("Own");
    }

    @Test
    void keysThatWereNotGivenAreNamed() {
        JsonNode answer = done("simulate", Map.of("role", "Reader", "actions", List.of("s3:GetObject")));

        assertThat(answer.at("/results/0/resource").textValue()).isEqualTo("*");
        assertThat(answer.at("/results/0/missingKeys"))
                .isEqualTo(Admin.tree(Map.of("keys", List.of("aws:PrincipalTag/team")))
                        .get("keys"));
    }

    @Test
    void aClientWithAKeyIsTriedOut() {
        String client = realm.addUser("backend", "secret-0123456789", Map.of());
        realm.grant(client, "view-identity-pools");

        JsonNode answer = done(
                "simulate",
                Map.of("user", "backend", "actions", List.of("cognito-identity:ListIdentities", "s3:GetObject")));

        assertThat(answer.at("/results/0/decision").textValue()).isEqualTo("allowed");
        assertThat(answer.at("/results/0/trace/statement/policy").textValue()).isEqualTo("view-identity-pools");
        assertThat(answer.at("/results/1/decision").textValue()).isEqualTo("implicitDeny");
    }

    @Test
    void whatMeansNothingIsRefused() {
        List<String> read = List.of("s3:GetObject");
        refused(
                "simulate",
                Map.of("actions", read),
                400,
                "Name exactly one of role, user and policies, and the actions.");
        refused(
                "simulate",
                Map.of("role", "Reader"),
                400,
                "Name exactly one of role, user and policies, and the actions.");
        refused("simulate", Map.of("role", "None", "actions", read), 404, "The role with name None cannot be found.");
        refused("simulate", Map.of("user", "none", "actions", read), 404, "The user with name none cannot be found.");
        refused(
                "simulate",
                Map.of("role", "Reader", "actions", List.of("read")),
                400,
                "Action name read is not service:Name.");
        refused(
                "simulate",
                Map.of("policies", List.of("{"), "actions", read),
                400,
                "PolicyInputList.1: document: is not JSON (line 1, column 2)");
        refused("policies/validate", Map.of("kind", "TRUST"), 400, "Name a kind and a document.");
    }

    @Test
    void nobodyElseSees() {
        Map<String, ?> question = Map.of("policies", List.of(FILES), "actions", List.of("s3:GetObject"));
        for (String other : List.of("view-identity-pools", "manage-users")) {
            Admin nobody = realm.administrator(other);
            assertThat(nobody.get(path("roles")).statusCode()).isEqualTo(403);
            assertThat(nobody.post(path("simulate"), question).statusCode()).isEqualTo(403);
            assertThat(nobody.post(path("policies/validate"), Map.of("kind", "TRUST", "document", "{}"))
                            .statusCode())
                    .isEqualTo(403);
        }
        HttpRequest.Builder anonymous = HttpRequest.newBuilder(
                        keypool.url().resolve("/admin/realms" + path("simulate")))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        assertThat(keypool.raw().send(anonymous).statusCode()).isEqualTo(401);
    }

    private void refused(String path, Map<String, ?> body, int status, String message) {
        PoolsAdmin.assertRefused(viewer.post(path(path), body), status, message);
    }

    private JsonNode done(String path, Map<String, ?> body) {
        HttpResponse<String> answer = viewer.post(path(path), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Admin.parse(answer.body());
    }

    private String component(String roleName) {
        for (JsonNode component : realm.components("io.keypool.sts.keycloak.IamRoleProvider")) {
            if (component.get("name").textValue().equals(roleName)) {
                return component.get("id").textValue();
            }
        }
        throw new AssertionError("there is no role " + roleName);
    }

    private String path(String path) {
        return "/" + realm.name() + "/iam/" + path;
    }
}
