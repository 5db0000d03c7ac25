package io.keypool.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.opentest4j.TestAbortedException;

/**
 * AWS's own service model of Cognito Identity: operations, shapes, constraints.
 *
 * <p>Looked for under the system property {@code keypool.models}, else as {@code shared/models} in the working folder
 * and every folder above it: the model lies beside the project, not in it.
 */
record ServiceModel(JsonNode root) {

    private static final String FILE = "cognito-identity-2014-06-30.json";

    /** Skips the test where there is no model. */
    static ServiceModel needed() {
        return find().orElseThrow(() ->
                new TestAbortedException("No shared/models beside the project; -Dkeypool.models names the folder"));
    }

    private static Optional<ServiceModel> find() {
        String override = System.getProperty("keypool.models", "");
        Stream<Path> places = override.isEmpty()
                ? Stream.iterate(Path.of("").toAbsolutePath(), place -> place != null, Path::getParent)
                        .map(place -> place.resolve("shared").resolve("models"))
                : Stream.of(Path.of(override));
        return places.map(place -> place.resolve(FILE))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(ServiceModel::read);
    }

    private static ServiceModel read(Path file) {
        try {
            return new ServiceModel(Admin.parse(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> operations() {
        return root.get("operations").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the operation has to be signed. */
    boolean isSigned(String operation) {
        return !operation(operation).path("authtype").asText().equals("none");
    }

    Shape input(String operation) {
        return shape(operation(operation).get("input").get("shape").asText());
    }

    /** Nothing for an operation that answers without a body. */
    Optional<Shape> output(String operation) {
        return Optional.ofNullable(operation(operation).get("output"))
                .map(output -> shape(output.get("shape").asText()));
    }

    private JsonNode operation(String name) {
        return root.get("operations").get(name);
    }

    private Shape shape(String name) {
        return new Shape(this, name, root.get("shapes").get(name));
    }

    /** A shape of the model, with its constraints. */
    record Shape(ServiceModel model, String name, JsonNode definition) {

        String type() {
            return definition.get("type").asText();
        }

        /** The members of a structure. */
        List<Member> members() {
            List<String> required = texts("required");
            return definition.get("members").properties().stream()
                    .map(member ->
                            new Member(member.getKey(), target(member.getValue()), required.contains(member.getKey())))
                    .toList();
        }

        /** What a list holds. */
        Shape element() {
            return target(definition.get("member"));
        }

        Shape key() {
            return target(definition.get("key"));
        }

        Shape value() {
            return target(definition.get("value"));
        }

        Optional<Long> min() {
            return Optional.ofNullable(definition.get("min")).map(JsonNode::asLong);
        }

        Optional<Long> max() {
            return Optional.ofNullable(definition.get("max")).map(JsonNode::asLong);
        }

        Optional<String> pattern() {
            return Optional.ofNullable(definition.get("pattern")).map(JsonNode::asText);
        }

        /** Of a closed set of texts; else empty. */
        List<String> values() {
            return texts("enum");
        }

        private List<String> texts(String key) {
            return StreamSupport.stream(definition.path(key).spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }

        private Shape target(JsonNode reference) {
            return model.shape(reference.get("shape").asText());
        }
    }

    /** A member of a structure. */
    record Member(String name, Shape shape, boolean required) {}
}
