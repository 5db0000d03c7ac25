package io.keypool.aws.sigv4;

import java.util.Optional;

/** The credential scopes that a verifier accepts. */
record ExpectedScope(String service, AcceptedRegions regions) {

    static final String TERMINATOR = "aws4_request";

    Optional<Verification.Invalid> refusal(Presented.Signature signature) {
        Credential credential = signature.credential();
        if (!credential.terminator().equals(TERMINATOR)) {
            return Optional.of(InvalidSignature.terminator(credential.terminator()));
        }
        if (!credential.service().equals(service)) {
            return Optional.of(InvalidSignature.service(service));
        }
        if (!regions.contains(credential.region())) {
            return Optional.of(InvalidSignature.region(credential.region()));
        }
        if (!credential.date().equals(AmzDate.day(signature.signedAt()))) {
            return Optional.of(InvalidSignature.scopeDate(credential.date(), signature.signedAt()));
        }
        return Optional.empty();
    }
}
