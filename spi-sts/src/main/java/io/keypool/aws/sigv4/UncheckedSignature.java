package io.keypool.aws.sigv4;

import java.util.Optional;

/**
 * The texts that make a signature, none of them missing, wherever they stood in the request.
 *
 * @param sessionToken empty when the request has none
 */
record UncheckedSignature(String credential, String signedHeaders, String signature, String sessionToken) {

    private static final int SIGNATURE_LENGTH = 64;

    Presented checked(Validity validity) {
        Optional<Credential> parsedCredential = Credential.parse(credential);
        if (parsedCredential.isEmpty()) {
            return IncompleteSignature.credential(credential);
        }
        Optional<SignedHeaders> parsedHeaders = SignedHeaders.parse(signedHeaders);
        if (parsedHeaders.isEmpty()) {
            return IncompleteSignature.signedHeaders();
        }
        if (!isSha256Hex(signature)) {
            return IncompleteSignature.signature();
        }
        return new Presented.Signature(
                parsedCredential.get(), parsedHeaders.get(), validity, new Proof(signature, sessionToken));
    }

    private static boolean isSha256Hex(String text) {
        return text.length() == SIGNATURE_LENGTH
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** Not the parts: one of them is a secret. */
    @Override
    public String toString() {
        return "***";
    }
}
