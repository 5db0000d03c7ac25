package io.keypool.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A JSON value and its place in the document, so that whatever is wrong with it can be said with its place. The
 * document's version says how its texts are read.
 */
record Element(String place, Json value, PolicyVersion version) {
    /** The place of the whole document. */
    static final String DOCUMENT = "document";

    private static final int MAX_ECHO = 60;
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");

    static Element document(Json value) {
        return new Element(DOCUMENT, value, PolicyVersion.V2008);
    }

    Element in(PolicyVersion version) {
        return new Element(place, value, version);
    }

    Map<String, Json> object() {
        if (value instanceof Json.ObjectValue object) {
            return object.members();
        }
        throw invalid("must be an object");
    }

    void allowOnly(List<String> understood) {
        for (String name : object().keySet()) {
            if (!understood.contains(name)) {
                throw new InvalidPolicyException(
                        placeOf(name), "is not understood; understood: " + String.join(", ", understood));
            }
        }
    }

    Optional<Element> find(String name) {
        return Optional.ofNullable(object().get(name)).map(member -> member(name, member));
    }

    Element require(String name) {
        return find(name).orElseThrow(() -> new InvalidPolicyException(placeOf(name), "is required"));
    }

    /** The one of two members that exclude each other. */
    Element requireOneOf(String name, String other) {
        Optional<Element> second = find(other);
        if (second.isPresent() && find(name).isPresent()) {
            throw second.get().invalid("must not stand beside " + name);
        }
        return second.orElseGet(() -> require(name));
    }

    boolean isNamed(String name) {
        return place.endsWith("." + name);
    }

    Element member(String name, Json member) {
        return new Element(placeOf(name), member, version);
    }

    /** The elements of an array that has some, or the value itself: IAM lets a single value go without brackets. */
    List<Element> items() {
        if (!(value instanceof Json.ArrayValue array)) {
            return List.of(this);
        }
        List<Json> elements = array.elements();
        if (elements.isEmpty()) {
            throw invalid("must not be empty");
        }
        return IntStream.range(0, elements.size())
                .mapToObj(i -> new Element(place + "[" + i + "]", elements.get(i), version))
                .toList();
    }

    String text() {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        throw invalid("must be a string");
    }

    /** A string, or the text of a bare number or boolean. */
    String scalar() {
        return value instanceof Json.Bare bare ? bare.text() : text();
    }

    InvalidPolicyException invalid(String reason) {
        return new InvalidPolicyException(place, reason);
    }

    private String placeOf(String name) {
        return place.equals(DOCUMENT) ? echo(name) : place + "." + echo(name);
    }

    /** Short and printable, since messages end up in logs and answers. */
    private static String echo(String name) {
        String shown = name.length() <= MAX_ECHO ? name : name.substring(0, MAX_ECHO) + "...";
        return UNPRINTABLE.matcher(shown).replaceAll(".");
    }
}
