package io.keypool.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keypool.it.ServiceModel.Member;
import io.keypool.it.ServiceModel.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A value that breaks one constraint of its shape, or has another type.
 *
 * @param constraint the shape's name and the constraint's, as in {@code AccountId.max}
 * @param path to the member that is at fault, as AWS's front end writes it
 * @param told what the refusal says of it; empty for a wrong type
 */
record ModelViolation(String constraint, JsonNode value, String path, String told) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> OUTSIDERS = List.of(" ", "!", "unauthenticated!", "us-east-1:DEAD", "\u00a0");

    boolean isOfAnotherType() {
        return told.isEmpty();
    }

    /** One for every constraint of the shape and of all that it consists of. */
    static List<ModelViolation> of(Shape shape, String path) {
        List<ModelViolation> violations = new ArrayList<>();
        violations.add(new ModelViolation(shape.name() + ".type", otherType(shape), path, ""));
        switch (shape.type()) {
            case "structure" -> shape.members().forEach(member -> ofMember(shape, member, path, violations));
            case "list" -> ofList(shape, path, violations);
            case "map" -> ofMap(shape, path, violations);
            case "string" -> ofText(shape, path, violations);
            case "integer", "long" -> ofNumber(shape, path, violations);
            default -> {
                // a boolean has a type and nothing else
            }
        }
        return violations;
    }

    private static void ofMember(Shape shape, Member member, String path, List<ModelViolation> violations) {
        String memberPath = (path.isEmpty() ? "" : path + ".") + lowerCamel(member.name());
        if (member.required()) {
            ObjectNode without = ((ObjectNode) ModelInput.of(shape)).without(List.of(member.name()));
            violations.add(new ModelViolation(
                    shape.name() + "." + member.name() + ".required", without, memberPath, "Member must not be null"));
        }
        of(member.shape(), memberPath)
                .forEach(violation -> violations.add(
                        violation.within(((ObjectNode) ModelInput.of(shape)).set(member.name(), violation.value()))));
    }

    private static void ofList(Shape shape, String path, List<ModelViolation> violations) {
        shape.min()
                .filter(min -> min > 0)
                .ifPresent(min -> violations.add(new ModelViolation(
                        shape.name() + ".min", ModelInput.list(shape, min - 1), path, atLeast(min))));
        shape.max()
                .ifPresent(max -> violations.add(
                        new ModelViolation(shape.name() + ".max", ModelInput.list(shape, max + 1), path, atMost(max))));
        Shape element = shape.element();
        String elementPath = element.type().equals("structure") ? path + ".1.member" : path;
        of(element, elementPath).forEach(violation -> {
            ArrayNode list = JSON.arrayNode().add(violation.value());
            violations.add(violation.inCollection(element, "Member", list));
        });
    }

    private static void ofMap(Shape shape, String path, List<ModelViolation> violations) {
        shape.max()
                .ifPresent(max -> violations.add(
                        new ModelViolation(shape.name() + ".max", ModelInput.map(shape, max + 1), path, atMost(max))));
        of(shape.key(), path).stream()
                .filter(violation -> !violation.isOfAnotherType())
                .forEach(violation -> violations.add(violation.inCollection(
                        shape.key(),
                        "Map keys",
                        JSON.objectNode().set(violation.value().asText(), ModelInput.of(shape.value())))));
        String key = ModelInput.text(shape.key());
        String valuePath = shape.value().type().equals("structure") ? path + "." + key + ".member" : path;
        of(shape.value(), valuePath)
                .forEach(violation -> violations.add(violation.inCollection(
                        shape.value(), "Map value", JSON.objectNode().set(key, violation.value()))));
    }

    private static void ofText(Shape shape, String path, List<ModelViolation> violations) {
        shape.min()
                .filter(min -> min > 0)
                .ifPresent(min -> violations.add(new ModelViolation(
                        shape.name() + ".min", JSON.textNode("a".repeat((int) (min - 1))), path, atLeast(min))));
        shape.max()
                .ifPresent(max -> violations.add(new ModelViolation(
                        shape.name() + ".max", JSON.textNode(tooLong(shape, max)), path, atMost(max))));
        shape.pattern()
                .ifPresent(pattern -> violations.add(new ModelViolation(
                        shape.name() + ".pattern",
                        JSON.textNode(outsider(shape)),
                        path,
                        "Member must satisfy regular expression pattern: " + pattern)));
        if (!shape.values().isEmpty()) {
            violations.add(new ModelViolation(
                    shape.name() + ".enum",
                    JSON.textNode("NoSuchValue"),
                    path,
                    "Member must satisfy enum value set: ["));
        }
    }

    private static void ofNumber(Shape shape, String path, List<ModelViolation> violations) {
        shape.min()
                .ifPresent(min -> violations.add(new ModelViolation(
                        shape.name() + ".min",
                        JSON.numberNode(min - 1),
                        path,
                        "Member must have value greater than or equal to " + min)));
        shape.max()
                .ifPresent(max -> violations.add(new ModelViolation(
                        shape.name() + ".max",
                        JSON.numberNode(max + 1),
                        path,
                        "Member must have value less than or equal to " + max)));
    }

    private ModelViolation within(JsonNode whole) {
        return new ModelViolation(constraint, whole, path, told);
    }

    /** Of texts in a list or map the constraints are told together, at the list or map. */
    private ModelViolation inCollection(Shape inner, String what, JsonNode whole) {
        boolean together = inner.type().equals("string") && inner.values().isEmpty() && !isOfAnotherType();
        return new ModelViolation(constraint, whole, path, together ? what + " must satisfy constraint: [" : told);
    }

    private static String tooLong(Shape shape, long max) {
        return shape.pattern().filter("(un)?authenticated"::equals).isPresent()
                ? "a".repeat((int) max + 1)
                : ModelInput.text(shape, max + 1);
    }

    private static String outsider(Shape shape) {
        return OUTSIDERS.stream()
                .map(text -> text.repeat((int) Math.max(1, shape.min().orElse(1L))))
                .filter(text -> !ModelInput.matches(shape, text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no text outside of " + shape));
    }

    private static JsonNode otherType(Shape shape) {
        return shape.type().equals("string") || shape.type().equals("boolean")
                ? JSON.arrayNode()
                : JSON.textNode("text");
    }

    private static String atLeast(long min) {
        return "Member must have length greater than or equal to " + min;
    }

    private static String atMost(long max) {
        return "Member must have length less than or equal to " + max;
    }

    private static String lowerCamel(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    @Override
    public String toString() {
        return constraint + (path.isEmpty() ? "" : " at " + path);
    }
}
