package io.keypool.sts.keycloak.saml;

import java.util.List;
import java.util.Set;
import javax.xml.crypto.AlgorithmMethod;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;

/**
 * What of XML Signature a signature in SAML may use: one reference, to the element that it stands in, with the two
 * transforms that SAML names; RSA or ECDSA, SHA-256 or stronger.
 *
 * @see <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf">SAML 2.0 core, 5.4.1 to 5.4.4</a>
 */
final class SignatureProfile {

    private static final Set<String> CANONICALIZATIONS =
            Set.of(CanonicalizationMethod.EXCLUSIVE, CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS);

    private static final Set<String> DIGESTS = Set.of(DigestMethod.SHA256, DigestMethod.SHA384, DigestMethod.SHA512);

    private static final Set<String> SIGNATURES = Set.of(
            SignatureMethod.RSA_SHA256,
            SignatureMethod.RSA_SHA384,
            SignatureMethod.RSA_SHA512,
            SignatureMethod.SHA256_RSA_MGF1,
            SignatureMethod.SHA384_RSA_MGF1,
            SignatureMethod.SHA512_RSA_MGF1,
            SignatureMethod.ECDSA_SHA256,
            SignatureMethod.ECDSA_SHA384,
            SignatureMethod.ECDSA_SHA512);

    private SignatureProfile() {}

    /**
     * The reference to the element.
     *
     * @param id of the element that the signature stands in
     * @throws Unproven when the signature is of another kind
     */
    static Reference onlyReference(XMLSignature signature, String id) {
        SignedInfo signed = signature.getSignedInfo();
        require(SIGNATURES, signed.getSignatureMethod());
        require(CANONICALIZATIONS, signed.getCanonicalizationMethod());
        if (signed.getReferences().size() != 1 || !signature.getObjects().isEmpty()) {
            throw Refusal.notVerified("the signature has several references, or objects");
        }
        Reference reference = signed.getReferences().get(0);
        if (!("#" + id).equals(reference.getURI())) {
            throw Refusal.notVerified("the signature is of another element than it stands in");
        }
        require(DIGESTS, reference.getDigestMethod());
        checkTransforms(reference.getTransforms());
        return reference;
    }

    private static void checkTransforms(List<Transform> transforms) {
        if (transforms.size() != 2) {
            throw Refusal.notVerified("the signature has not the two transforms of SAML");
        }
        require(Set.of(Transform.ENVELOPED), transforms.get(0));
        require(CANONICALIZATIONS, transforms.get(1));
    }

    private static void require(Set<String> allowed, AlgorithmMethod method) {
        if (!allowed.contains(method.getAlgorithm())) {
            throw Refusal.notVerified("the signature has an algorithm that is not taken");
        }
    }
}
