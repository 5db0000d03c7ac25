package io.keypool.sts.keycloak.saml;

import java.security.Key;
import java.security.NoSuchProviderException;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;

/**
 * Verifies the signature that an element has, and gives back what was signed: the octets that went into the digest,
 * parsed anew. So there is no way to sign one thing and to have another one read.
 *
 * <p>The implementation is that of the JDK with its secure validation, whichever others the server has. The key that
 * the signature names or brings along is not looked at.
 *
 * @see <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf">SAML 2.0 core, 5.4</a>
 * @see <a href="https://www.usenix.org/conference/usenixsecurity12/technical-sessions/presentation/somorovsky">On
 *     Breaking SAML: Be Whoever You Want to Be</a>
 */
final class SignatureCheck {

    private final SigningKeys keys;

    SignatureCheck(SigningKeys keys) {
        this.keys = keys;
    }

    /**
     * The element as it was signed; nothing when it has no signature of its own.
     *
     * @throws Unproven when it has one that is not good; or when the keys cannot be had
     */
    Optional<XmlElement> signed(XmlElement element) {
        List<XmlElement> signatures = element.children(XMLSignature.XMLNS, "Signature");
        if (signatures.isEmpty()) {
            return Optional.empty();
        }
        if (signatures.size() > 1) {
            throw Refusal.notVerified("it has several signatures");
        }
        XmlElement signature = signatures.get(0);
        Optional<XmlElement> signed =
                signed(element, signature, keys.known()).or(() -> signed(element, signature, keys.learnt()));
        if (signed.isEmpty()) {
            throw Refusal.notVerified("the signature is of none of the identity provider's keys");
        }
        return signed;
    }

    private static Optional<XmlElement> signed(XmlElement element, XmlElement signature, List<? extends Key> keys) {
        return keys.stream()
                .flatMap(key -> signed(element, signature, key).stream())
                .findFirst();
    }

    private static Optional<XmlElement> signed(XmlElement element, XmlElement signature, Key key) {
        String id = element.requiredAttribute("ID");
        DOMValidateContext context = new DOMValidateContext(KeySelector.singletonKeySelector(key), signature.dom());
        context.setProperty("org.jcp.xml.dsig.secureValidation", true);
        context.setProperty("javax.xml.crypto.dsig.cacheReference", true);
        context.setIdAttributeNS(element.dom(), null, "ID");
        XMLSignature parsed = unmarshal(context);
        Reference reference = SignatureProfile.onlyReference(parsed, id);
        return isValid(parsed, context)
                ? Optional.of(XmlParser.parse(reference.getDigestInputStream()))
                : Optional.empty();
    }

    private static XMLSignature unmarshal(DOMValidateContext context) {
        try {
            return factory().unmarshalXMLSignature(context);
        } catch (MarshalException | RuntimeException malformed) {
            throw Refusal.notVerified("the signature is none, or of a kind that the JDK does not take");
        }
    }

    private static boolean isValid(XMLSignature signature, DOMValidateContext context) {
        try {
            return signature.validate(context);
        } catch (XMLSignatureException | RuntimeException unusable) {
            // Also what happens when the key is of another kind than the signature; then another key may be it.
            return false;
        }
    }

    private static XMLSignatureFactory factory() {
        try {
            return XMLSignatureFactory.getInstance("DOM", "XMLDSig");
        } catch (NoSuchProviderException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
