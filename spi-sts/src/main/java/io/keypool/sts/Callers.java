package io.keypool.sts;

import io.keypool.aws.AwsFault;
import io.keypool.aws.Secret;
import io.keypool.aws.sigv4.Presented;
import io.keypool.aws.sigv4.SigV4Verifier;
import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.aws.sigv4.SigningProfile;
import io.keypool.aws.sigv4.Verification;
import java.util.List;
import java.util.Optional;

/** Finds out who signed a request. For temporary credentials nothing but memory is read. */
final class Callers {

    /** How all temporary access key ids begin; no client id is one. */
    static final String TEMPORARY = "ASIA";

    private final Ports ports;
    private final SigningRules rules;
    private final SessionSealer sealer;

    Callers(Ports ports, SigningRules rules) {
        this.ports = ports;
        this.rules = rules;
        this.sealer = new SessionSealer(ports.random());
    }

    /**
     * @param profile how requests to the service are signed
     * @throws AwsFault when the request proves nobody
     */
    Caller authenticate(SignedHttpRequest request, SigningProfile profile) {
        Presented.Signature signature = signature(request);
        Signed signed = new Signed(request, signature, new SigV4Verifier(profile, ports.clock(), rules.skew()));
        return signature.sessionToken().isPresent() || signature.accessKeyId().startsWith(TEMPORARY)
                ? ofSession(signed)
                : ofUser(signed);
    }

    /** @throws AwsFault when the request presents no signature, or none that can be read */
    static Presented.Signature signature(SignedHttpRequest request) {
        Presented presented = Presented.in(request);
        if (presented instanceof Presented.Malformed malformed) {
            throw StsFault.incompleteSignature(malformed.message());
        }
        if (!(presented instanceof Presented.Signature signature)) {
            throw StsFault.missingAuthenticationToken();
        }
        return signature;
    }

    static Optional<SessionToken> sessionToken(Presented.Signature signature) {
        return signature.sessionToken().flatMap(text -> SessionToken.parse(new Secret(text)));
    }

    private Caller ofUser(Signed signed) {
        Users.LongLivedKey key = ports.users()
                .findByAccessKey(signed.signature.accessKeyId())
                .orElseThrow(() -> StsFault.invalidClientTokenId().because("no client that may sign has that id"));
        signed.requireOneOf(key.secrets());
        return signed.rights(ports).ofUser(key.user());
    }

    private Caller ofSession(Signed signed) {
        SessionToken token = sessionToken(signed.signature)
                .orElseThrow(() -> StsFault.invalidClientTokenId().because("no session token of ours"));
        SessionKey key = ports.sessionKeys()
                .find(token.keyId())
                .filter(found -> found.realmId().equals(token.realmId()))
                .orElseThrow(() -> StsFault.invalidClientTokenId().because("unknown session key " + token.keyId()));
        Session session = sealer.open(token, key)
                .filter(opened -> opened.accessKeyId().equals(signed.signature.accessKeyId()))
                .orElseThrow(() -> StsFault.invalidClientTokenId().because("broken seal or another access key id"));
        signed.requireOneOf(List.of(sealer.secretAccessKey(session.accessKeyId(), key)));
        if (!ports.clock().instant().isBefore(session.expiration())) {
            throw StsFault.sessionExpired();
        }
        if (ports.revocations().isRevoked(session.origins(), session.revocableUntil())) {
            throw StsFault.sessionRevoked();
        }
        return signed.rights(ports)
                .ofSession(session)
                .orElseThrow(
                        () -> StsFault.invalidClientTokenId().because(session.holder() + " of the session is gone"));
    }

    /** A request with the signature that it presents. */
    private record Signed(SignedHttpRequest request, Presented.Signature signature, SigV4Verifier verifier) {

        /** Only a signature by none of the secrets is refused, in the words that the last was refused with. */
        void requireOneOf(List<Secret> secrets) {
            String refusal = "The user has no secret.";
            for (Secret secret : secrets) {
                if (!(verifier.verify(request, signature, secret) instanceof Verification.Invalid invalid)) {
                    return;
                }
                refusal = invalid.message();
            }
            throw StsFault.signatureDoesNotMatch(refusal);
        }

        CallerRights rights(Ports ports) {
            return new CallerRights(ports, signature.region());
        }
    }
}
