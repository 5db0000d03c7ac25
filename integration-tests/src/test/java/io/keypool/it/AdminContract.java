package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the OpenAPI document promises of the identity pools' admin REST: docs/openapi/identity-pools-admin.yaml. */
final class AdminContract {

    private static final JsonNode DOCUMENT = read();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(Dialects.getOpenApi31());

    private AdminContract() {}

    /**
     * An operation of the document.
     *
     * @param path its template
     * @param role of {@code realm-management}, that it takes
     */
    record Operation(String method, String path, String role, JsonNode node) {

        static Operation of(String method, Map.Entry<String, JsonNode> path) {
            JsonNode node = path.getValue().get(method);
            String role = node.at("/security/0/administrator/0").textValue();
            return new Operation(method, path.getKey(), role, node);
        }

        /** Names in braces stand for anything. */
        boolean isAt(String address) {
            return address.matches(path.replaceAll("\\{\\w+}", "[^/]+"));
        }

        private boolean isLiteral() {
            return !path.startsWith("/{");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Operation> operations() {
        return DOCUMENT.get("paths").properties().stream()
                .flatMap(path -> Stream.of("get", "post", "put", "delete")
                        .filter(path.getValue()::has)
                        .map(method -> Operation.of(method, path)));
    }

    /** Fails unless the document has this answer, and for a success this question. */
    static void assertFits(String method, String address, JsonNode question, HttpResponse<String> answer) {
        String path = address.replaceFirst("\\?.*", "");
        Operation operation = operations()
                .filter(candidate -> candidate.method().equals(method) && candidate.isAt(path))
                .sorted((one, other) -> Boolean.compare(other.isLiteral(), one.isLiteral()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the document has no " + method + " " + address));
        boolean success = answer.statusCode() < 400;
        if (success && !question.isMissingNode()) {
            assertFits(operation.node().at("/requestBody/content/application~1json/schema"), question);
        }
        JsonNode response = operation.node().path("responses").path(success ? "" + answer.statusCode() : "default");
        assertThat(response.isMissingNode())
                .as("%s answers %d: %s", operation, answer.statusCode(), answer.body())
                .isFalse();
        JsonNode schema = resolved(response).at("/content/application~1json/schema");
        if (schema.isMissingNode()) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        assertFits(schema, Admin.parse(answer.body()));
    }

    /** References of a schema lead into the document's components. */
    private static void assertFits(JsonNode schema, JsonNode value) {
        assertThat(schema.isObject()).isTrue();
        ObjectNode whole = schema.deepCopy();
        whole.set("components", DOCUMENT.get("components"));
        Schema checked = SCHEMAS.getSchema(whole);
        List<?> errors = checked.validate(value);
        assertThat(errors).as(value.toString()).isEmpty();
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.get("$ref").textValue().substring(1)) : node;
    }

    private static JsonNode read() {
        Path file = Path.of(System.getProperty("keypool.docs"), "openapi", "identity-pools-admin.yaml");
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
