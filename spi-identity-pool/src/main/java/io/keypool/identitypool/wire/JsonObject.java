package io.keypool.identitypool.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keypool.identitypool.CognitoFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A JSON object with the types that the service model wants of its members. Unknown members are ignored, as AWS does; a
 * member given twice is refused.
 */
final class JsonObject {

    private static final int MAX_DEPTH = 16;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode members;

    private JsonObject(ObjectNode members) {
        this.members = members;
    }

    /** @throws io.keypool.aws.AwsFault SerializationException when the body is no JSON object */
    static JsonObject parse(byte[] body) {
        try {
            if (JSON.readTree(utf8(body)) instanceof ObjectNode object) {
                return new JsonObject(object);
            }
            throw CognitoFault.serialization("The request body is not a JSON object.");
        } catch (IOException malformed) {
            // Its message may quote the body, which holds tokens.
            throw CognitoFault.serialization("The request body is not valid JSON.");
        }
    }

    /** Strictly: a parser of bytes would guess UTF-16, and overlook what is no UTF-8. */
    private static String utf8(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    Optional<String> string(String member) {
        return get(member).map(value -> string(member, value));
    }

    /** A whole number. */
    Optional<Long> number(String member) {
        return get(member).map(value -> {
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                throw wrongType(member);
            }
            return value.longValue();
        });
    }

    Optional<Boolean> flag(String member) {
        return get(member).map(value -> {
            if (!value.isBoolean()) {
                throw wrongType(member);
            }
            return value.booleanValue();
        });
    }

    Optional<JsonObject> object(String member) {
        return get(member).map(value -> object(member, value));
    }

    Optional<List<String>> strings(String member) {
        return list(member, JsonObject::string);
    }

    Optional<List<JsonObject>> objects(String member) {
        return list(member, JsonObject::object);
    }

    Optional<Map<String, String>> stringMap(String member) {
        return map(member, JsonObject::string);
    }

    Optional<Map<String, JsonObject>> objectMap(String member) {
        return map(member, JsonObject::object);
    }

    private <T> Optional<List<T>> list(String member, BiFunction<String, JsonNode, T> element) {
        return get(member).map(value -> {
            if (!value.isArray()) {
                throw wrongType(member);
            }
            List<T> list = new ArrayList<>();
            value.forEach(node -> list.add(element.apply(member, node)));
            return list;
        });
    }

    private <T> Optional<Map<String, T>> map(String member, BiFunction<String, JsonNode, T> value) {
        return object(member).map(object -> {
            Map<String, T> map = new LinkedHashMap<>();
            object.members
                    .properties()
                    .forEach(entry -> map.put(entry.getKey(), value.apply(member, entry.getValue())));
            return map;
        });
    }

    private Optional<JsonNode> get(String member) {
        JsonNode value = members.get(member);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    private static JsonObject object(String member, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return new JsonObject(object);
        }
        throw wrongType(member);
    }

    private static String string(String member, JsonNode value) {
        if (!value.isTextual()) {
            throw wrongType(member);
        }
        return value.textValue();
    }

    private static RuntimeException wrongType(String member) {
        return CognitoFault.serialization("Unexpected type of the member " + member + ".");
    }
}
