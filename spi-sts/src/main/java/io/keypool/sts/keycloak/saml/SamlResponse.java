package io.keypool.sts.keycloak.saml;

import static io.keypool.sts.keycloak.saml.XmlElement.ASSERTION;
import static io.keypool.sts.keycloak.saml.XmlElement.PROTOCOL;

import io.keypool.aws.Secret;
import io.keypool.sts.keycloak.token.Reason;
import io.keypool.sts.keycloak.token.Unproven;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import org.w3c.dom.NamedNodeMap;

/**
 * A response of the shape that a login has: a success, with exactly one assertion, and no two elements of one ID. What
 * signature wrapping needs is not there.
 *
 * @see <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf">SAML 2.0 core, 3.3.3</a>
 */
record SamlResponse(XmlElement root, XmlElement assertion) {

    private static final String SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success";
    private static final Set<String> ASSERTIONS = Set.of("Assertion", "EncryptedAssertion");

    /** @throws Unproven when it is no response with one assertion */
    static SamlResponse parse(Secret token) {
        return of(XmlParser.parse(decode(token)));
    }

    /** @throws Unproven when it is no response with one assertion */
    static SamlResponse of(XmlElement root) {
        if (!root.is(PROTOCOL, "Response")) {
            throw Refusal.malformed("it is no Response");
        }
        checkVersion(root);
        checkSuccess(root);
        checkIds(root);
        return new SamlResponse(root, onlyAssertion(root));
    }

    /** SAML 2.0 core, 3.2.2 and 2.3.3. */
    static void checkVersion(XmlElement element) {
        if (!element.requiredAttribute("Version").equals("2.0")) {
            throw Refusal.malformed("it is of another version of SAML");
        }
    }

    boolean isEncrypted() {
        return assertion.is(ASSERTION, "EncryptedAssertion");
    }

    Optional<String> issuer() {
        return root.child(ASSERTION, "Issuer").map(XmlElement::text);
    }

    Optional<String> destination() {
        return root.attribute("Destination");
    }

    private static byte[] decode(Secret token) {
        try {
            return Base64.getDecoder().decode(token.reveal().replaceAll("\\s", ""));
        } catch (IllegalArgumentException malformed) {
            throw Refusal.malformed("it is not in base64");
        }
    }

    private static void checkSuccess(XmlElement root) {
        XmlElement code = root.requiredChild(PROTOCOL, "Status").requiredChild(PROTOCOL, "StatusCode");
        if (!code.requiredAttribute("Value").equals(SUCCESS)) {
            throw new Unproven(new Reason.Rejected("The SAML response reports no success."));
        }
    }

    private static void checkIds(XmlElement root) {
        Set<String> ids = new HashSet<>();
        boolean unique = root.tree().flatMap(element -> ids(element).stream()).allMatch(ids::add);
        if (!unique) {
            throw Refusal.malformed("two elements have one ID");
        }
    }

    /** Whatever a signature could take for an ID: {@code ID} of SAML, {@code Id} of signatures, {@code xml:id}. */
    private static List<String> ids(XmlElement element) {
        NamedNodeMap attributes = element.dom().getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .filter(attribute -> attribute.getLocalName().equalsIgnoreCase("id"))
                .filter(attribute -> !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI()))
                .map(attribute -> attribute.getNodeValue())
                .toList();
    }

    private static XmlElement onlyAssertion(XmlElement root) {
        List<XmlElement> anywhere =
                root.tree().filter(SamlResponse::isAssertion).toList();
        List<XmlElement> children =
                root.children().filter(SamlResponse::isAssertion).toList();
        if (anywhere.size() != 1 || children.size() != 1) {
            throw Refusal.malformed("it does not have exactly one assertion, as its child");
        }
        return children.get(0);
    }

    static boolean isAssertion(XmlElement element) {
        return ASSERTION.equals(element.dom().getNamespaceURI())
                && ASSERTIONS.contains(element.dom().getLocalName());
    }
}
