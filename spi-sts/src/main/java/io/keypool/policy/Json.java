package io.keypool.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value in which a bare number keeps the characters it was written with, which IAM compares as a string. */
sealed interface Json {

    /** Members in the order of the document. */
    record ObjectValue(Map<String, Json> members) implements Json {
        public ObjectValue {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    record ArrayValue(List<Json> elements) implements Json {
        public ArrayValue {
            elements = List.copyOf(elements);
        }
    }

    record Text(String value) implements Json {}

    /** A number, {@code true} or {@code false}. */
    record Bare(String text) implements Json {}

    record Null() implements Json {}
}
