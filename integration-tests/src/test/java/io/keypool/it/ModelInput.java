package io.keypool.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keypool.it.ServiceModel.Shape;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes JSON that has every member of a shape and keeps all its constraints. */
final class ModelInput {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Between them they match every pattern of the model; none names anything that exists. */
    private static final List<String> SAMPLES =
            List.of("a", "1", "authenticated", "us-east-1:00000000-0000-4000-8000-00000000dead");

    private ModelInput() {}

    static JsonNode of(Shape shape) {
        return switch (shape.type()) {
            case "structure" -> structure(shape);
            case "list" -> list(shape, Math.max(1, shape.min().orElse(1L)));
            case "map" -> map(shape, 1);
            case "string" -> JSON.textNode(text(shape));
            case "boolean" -> JSON.booleanNode(false);
            case "integer", "long" -> JSON.numberNode(shape.min().orElse(1L));
            default -> throw new AssertionError("a type of which nothing is known: " + shape);
        };
    }

    static ArrayNode list(Shape shape, long size) {
        ArrayNode list = JSON.arrayNode();
        Stream.generate(() -> of(shape.element())).limit(size).forEach(list::add);
        return list;
    }

    /** Where not enough different keys fit, the rest breaks the key's pattern too. */
    static ObjectNode map(Shape shape, long size) {
        ObjectNode map = JSON.objectNode();
        String key = text(shape.key());
        for (int i = 0; i < size; i++) {
            map.set(i == 0 ? key : key + i, of(shape.value()));
        }
        return map;
    }

    /** The shortest sample that fits, made longer where it has to be. */
    static String text(Shape shape) {
        if (!shape.values().isEmpty()) {
            return shape.values().get(0);
        }
        return text(shape, shape.min().orElse(1L));
    }

    /** A text that keeps the pattern, where there is one, and has that length. */
    static String text(Shape shape, long length) {
        return SAMPLES.stream()
                .map(sample -> sample + last(sample).repeat((int) Math.max(0, length - sample.length())))
                .filter(sample -> matches(shape, sample))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample for " + shape));
    }

    static boolean matches(Shape shape, String text) {
        return shape.pattern()
                .map(pattern -> Pattern.compile(pattern).matcher(text).matches())
                .orElse(true);
    }

    private static ObjectNode structure(Shape shape) {
        ObjectNode structure = JSON.objectNode();
        shape.members().forEach(member -> structure.set(member.name(), of(member.shape())));
        return structure;
    }

    private static String last(String sample) {
        return sample.substring(sample.length() - 1);
    }
}
