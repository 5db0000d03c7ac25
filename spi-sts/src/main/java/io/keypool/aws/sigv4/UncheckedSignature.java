package io.keypool.aws.sigv4;

import java.util.Optional;

/**
 * The texts that make a signature, none of them missing, wherever they stood in the request.
 *
 * @param sessionToken empty when the request has none
 */
record UncheckedSignature(String credential, String signedHeaders, String signature, String sessionToken) {

    Presented checked(Validity validity) {
        Optional<Credential> parsedCredential = Credential.parse(credential);
        if (parsedCredential.isEmpty()) {
            return IncompleteSignature.credential(credential);
        }
        Optional<SignedHeaders> parsedHeaders = SignedHeaders.parse(signedHeaders);
        if (parsedHeaders.isEmpty()) {
            return IncompleteSignature.signedHeaders();
        }
        if (!Sha256.isHex(signature)) {
            return IncompleteSignature.signature();
        }
        return new Presented.Signature(
                parsedCredential.get(), parsedHeaders.get(), validity, new Proof(signature, sessionToken));
    }

    /** Not the parts: one of them is a secret. */
    @Override
    public String toString() {
        return "***";
    }
}
