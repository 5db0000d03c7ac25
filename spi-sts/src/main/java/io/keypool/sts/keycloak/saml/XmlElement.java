package io.keypool.sts.keycloak.saml;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** An element of a SAML message; who asks for a part that must be there gets it or refuses the message. */
record XmlElement(Element dom) {

    static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";

    boolean is(String namespace, String name) {
        return namespace.equals(dom.getNamespaceURI()) && name.equals(dom.getLocalName());
    }

    /** Its child elements. */
    Stream<XmlElement> children() {
        return nodes(dom.getChildNodes())
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .map(XmlElement::new);
    }

    List<XmlElement> children(String namespace, String name) {
        return children().filter(child -> child.is(namespace, name)).toList();
    }

    /** All elements below it, and itself. */
    Stream<XmlElement> tree() {
        Stream<XmlElement> below = nodes(dom.getElementsByTagNameNS("*", "*"))
                .map(Element.class::cast)
                .map(XmlElement::new);
        return Stream.concat(Stream.of(this), below);
    }

    /** @throws Unproven when there are several */
    Optional<XmlElement> child(String namespace, String name) {
        List<XmlElement> found = children(namespace, name);
        if (found.size() > 1) {
            throw Refusal.malformed("it has several " + name);
        }
        return found.stream().findFirst();
    }

    /** @throws Unproven unless there is exactly one */
    XmlElement requiredChild(String namespace, String name) {
        return child(namespace, name).orElseThrow(() -> Refusal.malformed("it has no " + name));
    }

    Optional<String> attribute(String name) {
        return dom.hasAttributeNS(null, name) ? Optional.of(dom.getAttributeNS(null, name)) : Optional.empty();
    }

    /** @throws Unproven when it is missing or empty */
    String requiredAttribute(String name) {
        return attribute(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> Refusal.malformed("its " + dom.getLocalName() + " has no " + name));
    }

    /**
     * Its whole text, whatever stands between two pieces of it, without the space around.
     *
     * @throws Unproven when it has other content than text
     */
    String text() {
        if (children().findAny().isPresent()) {
            throw Refusal.malformed("its " + dom.getLocalName() + " is no text");
        }
        return dom.getTextContent().trim();
    }

    private static Stream<Node> nodes(NodeList list) {
        return IntStream.range(0, list.getLength()).mapToObj(list::item);
    }

    /** What it says is personal. */
    @Override
    public String toString() {
        return "XmlElement[" + dom.getLocalName() + "]";
    }
}
