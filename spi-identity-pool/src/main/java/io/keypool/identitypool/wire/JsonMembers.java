package io.keypool.identitypool.wire;

import io.keypool.aws.Constraints;
import io.keypool.aws.Shape;
import io.keypool.identitypool.CognitoFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The members of one call. What is read is noted when it breaks a constraint of the service model; {@link #check}
 * refuses the call with all that was noted. In place of what is required and missing there is something empty, which
 * does not pass the check.
 */
final class JsonMembers {

    private final JsonObject object;
    private final Constraints constraints;
    private final String path;

    private JsonMembers(JsonObject object, Constraints constraints, String path) {
        this.object = object;
        this.constraints = constraints;
        this.path = path;
    }

    /** @throws io.keypool.aws.AwsFault SerializationException when the body is no JSON object */
    static JsonMembers parse(byte[] body) {
        return new JsonMembers(JsonObject.parse(body), new Constraints(), "");
    }

    /** @throws io.keypool.aws.AwsFault ValidationException with every broken constraint */
    void check() {
        constraints.message().ifPresent(message -> {
            throw CognitoFault.validation(message);
        });
    }

    Optional<String> text(String name, Shape shape) {
        Optional<String> text = object.string(name);
        text.ifPresent(value -> constraints.shape(member(name), value, shape));
        return text;
    }

    String requiredText(String name, Shape shape) {
        return required(name, text(name, shape), "");
    }

    /** One of a closed set, or nothing. */
    Optional<String> oneOf(String name, List<String> values) {
        Optional<String> text = object.string(name);
        text.filter(value -> !values.contains(value))
                .ifPresent(other ->
                        violated(name, "Member must satisfy enum value set: [" + String.join(", ", values) + "]"));
        return text;
    }

    Optional<Long> number(String name, long least, long most) {
        Optional<Long> number = object.number(name);
        number.ifPresent(value -> constraints.range(member(name), value, least, most));
        return number;
    }

    long requiredNumber(String name, long least, long most) {
        return required(name, number(name, least, most), least);
    }

    Optional<Boolean> flag(String name) {
        return object.flag(name);
    }

    boolean requiredFlag(String name) {
        return required(name, flag(name), false);
    }

    Optional<List<String>> texts(String name, Shape shape) {
        Optional<List<String>> texts = object.strings(name);
        texts.filter(list -> !list.stream().allMatch(shape::fits))
                .ifPresent(list -> violated(name, "Member must satisfy constraint: " + shape.constraints()));
        return texts;
    }

    List<String> requiredTexts(String name, Shape shape) {
        return required(name, texts(name, shape), List.of());
    }

    Optional<Map<String, String>> textMap(String name, Shape key, Shape value) {
        Optional<Map<String, String>> map = object.stringMap(name);
        map.ifPresent(texts -> {
            keys(name, texts, key);
            if (!texts.values().stream().allMatch(value::fits)) {
                violated(name, "Map value must satisfy constraint: " + value.constraints());
            }
        });
        return map;
    }

    Map<String, String> requiredTextMap(String name, Shape key, Shape value) {
        return required(name, textMap(name, key, value), Map.of());
    }

    Optional<JsonMembers> structure(String name) {
        return object.object(name).map(members -> new JsonMembers(members, constraints, member(name) + "."));
    }

    Optional<List<JsonMembers>> structures(String name) {
        return object.objects(name).map(list -> {
            List<JsonMembers> structures = new ArrayList<>();
            list.forEach(members -> structures.add(
                    new JsonMembers(members, constraints, member(name) + "." + (structures.size() + 1) + ".member.")));
            return structures;
        });
    }

    Optional<Map<String, JsonMembers>> structureMap(String name, Shape key) {
        return object.objectMap(name).map(map -> {
            keys(name, map, key);
            Map<String, JsonMembers> structures = new LinkedHashMap<>();
            map.forEach((entry, members) -> structures.put(
                    entry, new JsonMembers(members, constraints, member(name) + "." + entry + ".member.")));
            return structures;
        });
    }

    /** Notes a list or map, if present, that has not {@code least}…{@code most} entries. */
    void count(String name, Optional<Integer> count, int least, int most) {
        count.filter(entries -> entries < least)
                .ifPresent(few -> violated(name, "Member must have length greater than or equal to " + least));
        count.filter(entries -> entries > most)
                .ifPresent(many -> violated(name, "Member must have length less than or equal to " + most));
    }

    /** Notes a missing member. */
    <T> T required(String name, Optional<T> value, T otherwise) {
        constraints.required(member(name), value.orElse(null));
        return value.orElse(otherwise);
    }

    /** Notes that a member breaks a constraint of another kind. */
    void violated(String name, String constraint) {
        constraints.violated(member(name), constraint);
    }

    private void keys(String name, Map<String, ?> map, Shape shape) {
        if (!map.keySet().stream().allMatch(shape::fits)) {
            violated(name, "Map keys must satisfy constraint: " + shape.constraints());
        }
    }

    /** As AWS's front end names it: {@code cognitoIdentityProviders.1.member.clientId}. */
    private String member(String name) {
        return path + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
