package io.keypool.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.XMLStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.ExcC14NParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Signs elements of SAML messages, as SAML 2.0 core, 5.4 wants it unless a test wants it otherwise.
 *
 * @param uri of the reference, with {@code {id}} for the ID of the element
 */
record SamlSigner(RSAKey key, String method, String digest, List<String> transforms, String uri) {

    /** Signs with the key and brings its certificate along in the signature. */
    static SamlSigner of(RSAKey key) {
        return new SamlSigner(
                key,
                SignatureMethod.RSA_SHA256,
                DigestMethod.SHA256,
                List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE),
                "#{id}");
    }

    SamlSigner method(String other) {
        return new SamlSigner(key, other, digest, transforms, uri);
    }

    SamlSigner digest(String other) {
        return new SamlSigner(key, method, other, transforms, uri);
    }

    SamlSigner transforms(String... others) {
        return new SamlSigner(key, method, digest, List.of(others), uri);
    }

    SamlSigner uri(String other) {
        return new SamlSigner(key, method, digest, transforms, other);
    }

    /** Puts the signature behind the issuer of the element. */
    void sign(Element element) throws GeneralSecurityException, MarshalException, XMLSignatureException {
        identify(element.getOwnerDocument().getElementsByTagName("*"));
        Node issuer =
                element.getElementsByTagNameNS(SamlMessage.ASSERTION, "Issuer").item(0);
        DOMSignContext context = new DOMSignContext(privateKey(), element, issuer.getNextSibling());
        context.setDefaultNamespacePrefix("ds");
        context.setProperty("org.jcp.xml.dsig.secureValidation", false);
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        factory.newXMLSignature(signedInfo(factory, element), keyInfo(factory)).sign(context);
    }

    private static void identify(NodeList elements) {
        for (int i = 0; i < elements.getLength(); i++) {
            if (elements.item(i) instanceof Element element && element.hasAttribute("ID")) {
                element.setIdAttribute("ID", true);
            }
        }
    }

    private SignedInfo signedInfo(XMLSignatureFactory factory, Element element) throws GeneralSecurityException {
        List<Transform> all = new ArrayList<>();
        for (String transform : transforms) {
            all.add(factory.newTransform(transform, parameter(transform)));
        }
        Reference reference = factory.newReference(
                uri.replace("{id}", element.getAttribute("ID")),
                factory.newDigestMethod(digest, null),
                all,
                null,
                null);
        return factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(method, null),
                List.of(reference));
    }

    /** What a name of a type needs, and what selects all there is. */
    private static @Nullable TransformParameterSpec parameter(String transform) {
        if (transform.equals(CanonicalizationMethod.EXCLUSIVE)) {
            return new ExcC14NParameterSpec(List.of("xs"));
        }
        return transform.equals(Transform.XPATH) ? new XPathFilterParameterSpec("true()") : null;
    }

    private KeyInfo keyInfo(XMLSignatureFactory factory) throws GeneralSecurityException {
        KeyInfoFactory infos = factory.getKeyInfoFactory();
        byte[] certificate = key.getX509CertChain().get(0).decode();
        List<XMLStructure> content = List.of(infos.newX509Data(List.of(
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate)))));
        return infos.newKeyInfo(content);
    }

    private PrivateKey privateKey() {
        try {
            return key.toPrivateKey();
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
