package io.keypool.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON text strictly: no member name twice in an object, nothing after the value, bounded nesting. */
final class JsonReader {
    /** A policy needs six levels; the rest lets a misplaced value be named by its place. */
    static final int MAX_DEPTH = 16;

    // Canonical names live in a table that all parsers of a factory share, and too many collisions in it refuse a
    // document. Without it, what becomes of a document depends on nothing but its text.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    static Json read(String document) {
        try (JsonParser parser = JSON.createParser(document)) {
            return new JsonReader(parser).document();
        } catch (IOException e) {
            // Not kept as the cause: Jackson's message quotes the document.
            throw invalid("cannot be read");
        }
    }

    private Json document() throws IOException {
        try {
            parser.nextToken();
            Json value = value();
            if (parser.nextToken() != null) {
                throw invalidHere("must end with its first value");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw invalidHere("is nested deeper than " + MAX_DEPTH + " levels or holds an overlong number");
        } catch (IOException e) {
            throw invalidHere("is not JSON");
        }
    }

    private Json value() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw invalid("is empty");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new Json.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> new Json.Bare(parser.getText());
            case VALUE_NULL -> new Json.Null();
            default -> throw invalidHere("is not JSON");
        };
    }

    private Json object() throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (members.containsKey(name)) {
                throw invalidHere("has the same member twice");
            }
            parser.nextToken();
            members.put(name, value());
        }
        return new Json.ObjectValue(members);
    }

    private Json array() throws IOException {
        List<Json> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return new Json.ArrayValue(elements);
    }

    private InvalidPolicyException invalidHere(String reason) {
        JsonLocation location = parser.currentLocation();
        return new InvalidPolicyException(
                Element.DOCUMENT, reason, new TextPosition(location.getLineNr(), location.getColumnNr()));
    }

    private static InvalidPolicyException invalid(String reason) {
        return new InvalidPolicyException(Element.DOCUMENT, reason);
    }
}
