package io.keypool.aws.sigv4;

import java.util.Optional;

/** What must not be logged of a signature, since whoever has it could repeat the request. */
final class Proof {

    private final String signatureHex;
    private final String sessionToken;

    /** @param sessionToken empty when the request has none */
    Proof(String signatureHex, String sessionToken) {
        this.signatureHex = signatureHex;
        this.sessionToken = sessionToken;
    }

    String signatureHex() {
        return signatureHex;
    }

    Optional<String> sessionToken() {
        return Optional.of(sessionToken).filter(token -> !token.isEmpty());
    }

    @Override
    public String toString() {
        return "***";
    }
}
