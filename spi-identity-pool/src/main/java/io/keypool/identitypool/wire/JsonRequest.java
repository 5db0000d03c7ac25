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
import org.jspecify.annotations.Nullable;

/** The members of one request. Unknown members are ignored, as AWS does; a member given twice is refused. */
final class JsonRequest {

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

    private JsonRequest(ObjectNode members) {
        this.members = members;
    }

    /** @throws io.keypool.aws.AwsFault SerializationException when the body is no JSON object */
    static JsonRequest parse(byte[] body) {
        try {
            if (JSON.readTree(utf8(body)) instanceof ObjectNode object) {
                return new JsonRequest(object);
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

    /** The string, or null when the member is absent. */
    @Nullable
    String string(String member) {
        JsonNode value = get(member);
        return value == null ? null : string(member, value);
    }

    /** The whole number, or null when the member is absent. */
    @Nullable
    Long integer(String member) {
        JsonNode value = get(member);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrongType(member);
        }
        return value.longValue();
    }

    /** The boolean, or null when the member is absent. */
    @Nullable
    Boolean bool(String member) {
        JsonNode value = get(member);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            throw wrongType(member);
        }
        return value.booleanValue();
    }

    /** The map of strings, or null when the member is absent. */
    @Nullable
    Map<String, String> stringMap(String member) {
        JsonNode value = get(member);
        if (value == null) {
            return null;
        }
        if (!(value instanceof ObjectNode object)) {
            throw wrongType(member);
        }
        Map<String, String> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            map.put(entry.getKey(), string(member, entry.getValue()));
        }
        return map;
    }

    /** The list of strings, or null when the member is absent. */
    @Nullable
    List<String> stringList(String member) {
        JsonNode value = get(member);
        if (value == null) {
            return null;
        }
        if (!value.isArray()) {
            throw wrongType(member);
        }
        List<String> list = new ArrayList<>();
        value.forEach(element -> list.add(string(member, element)));
        return list;
    }

    private @Nullable JsonNode get(String member) {
        JsonNode value = members.get(member);
        return value == null || value.isNull() ? null : value;
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
