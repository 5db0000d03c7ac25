package io.keypool.identitypool.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.File;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document names each route of the resources, and no other. Source: OpenAPI Specification 3.1, Paths Object. */
final class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode document;

    OpenApiTest() throws IOException {
        document = new YAMLMapper().readTree(new File("../docs/openapi/identity-pools-admin.yaml"));
    }

    @Test
    void theDocumentHasTheRoutesOfTheResources() {
        assertThat(documented())
                .isEqualTo(routes(IdentityPoolsAdmin.class, "").collect(Collectors.toCollection(TreeSet::new)));
    }

    private Set<String> documented() {
        Set<String> documented = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> documented.add(
                                operation.getKey() + " " + path.getKey() + query(operation.getValue()))));
        return documented;
    }

    /** The names of parameters in the query, those of references too. */
    private Set<String> query(JsonNode operation) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode resolved = parameter.has("$ref")
                    ? document.at(parameter.get("$ref").textValue().substring(1))
                    : parameter;
            if (resolved.path("in").asText().equals("query")) {
                names.add(resolved.get("name").textValue());
            }
        }
        return names;
    }

    /** Of a method that has no verb, the routes of what it leads to. */
    private static Stream<String> routes(Class<?> resource, String path) {
        return Stream.of(resource.getDeclaredMethods()).flatMap(method -> {
            String whole = path
                    + (method.isAnnotationPresent(Path.class)
                            ? "/" + method.getAnnotation(Path.class).value()
                            : "");
            Set<String> verbs = verbs(method);
            if (verbs.isEmpty() && method.isAnnotationPresent(Path.class)) {
                return routes(method.getReturnType(), whole);
            }
            return verbs.stream().map(verb -> verb + " " + (whole.isEmpty() ? "/" : whole) + query(method));
        });
    }

    private static Set<String> verbs(Method method) {
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Set<String> query(Method method) {
        return Stream.of(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                .map(parameter -> parameter.getAnnotation(QueryParam.class).value())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
