package io.keypool.identitypool.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.keycloak.component.ComponentModel;
import org.keycloak.util.JsonSerialization;

/** What has a structure, or an order, is one JSON value in a component: values of their own lose theirs. */
final class ComponentJson {

    private ComponentJson() {}

    /** @throws IllegalArgumentException for what is no JSON; nothing at all where nothing is set */
    static JsonNode read(ComponentModel component, String key) {
        String json = component.get(key);
        if (json == null || json.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JsonSerialization.readValue(json, JsonNode.class);
        } catch (IOException malformed) {
            throw new IllegalArgumentException(key + " is no JSON", malformed);
        }
    }

    /** The empty text, which is no setting, for what is empty. */
    static String of(Map<String, ?> map) {
        return map.isEmpty() ? "" : write(map);
    }

    /** As {@link #of(Map)}. */
    static String of(List<?> list) {
        return list.isEmpty() ? "" : write(list);
    }

    private static String write(Object value) {
        try {
            return JsonSerialization.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
