package io.keypool.sts;

import io.keypool.aws.AwsFault;
import io.keypool.aws.Secret;
import io.keypool.aws.sigv4.AcceptedRegions;
import io.keypool.aws.sigv4.Presented;
import io.keypool.aws.sigv4.SigV4Verifier;
import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.aws.sigv4.SigningProfile;
import io.keypool.aws.sigv4.Verification;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Finds out who signed a request. Nothing but memory is read. */
final class Callers {

    private static final String SERVICE = "sts";

    private final Roles roles;
    private final SessionKeys keys;
    private final InstantSource clock;
    private final SessionSealer sealer;
    private final SigV4Verifier verifier;

    Callers(Ports ports, SigningRules rules) {
        this.roles = ports.roles();
        this.keys = ports.sessionKeys();
        this.clock = ports.clock();
        this.sealer = new SessionSealer(ports.random());
        this.verifier = new SigV4Verifier(
                SigningProfile.common(SERVICE, AcceptedRegions.only(rules.regions())), ports.clock(), rules.skew());
    }

    /** @throws AwsFault when the request proves nobody */
    Caller authenticate(SignedHttpRequest request) {
        return authenticate(request, signature(request));
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

    private Caller authenticate(SignedHttpRequest request, Presented.Signature signature) {
        SessionToken token = sessionToken(signature)
                .orElseThrow(() -> StsFault.invalidClientTokenId().because("no session token of ours"));
        SessionKey key = keys.find(token.keyId())
                .filter(found -> found.realmId().equals(token.realmId()))
                .orElseThrow(() -> StsFault.invalidClientTokenId().because("unknown session key " + token.keyId()));
        Session session = sealer.open(token, key)
                .filter(opened -> opened.accessKeyId().equals(signature.accessKeyId()))
                .orElseThrow(() -> StsFault.invalidClientTokenId().because("broken seal or another access key id"));
        Verification verification =
                verifier.verify(request, signature, sealer.secretAccessKey(session.accessKeyId(), key));
        if (verification instanceof Verification.Invalid invalid) {
            throw StsFault.signatureDoesNotMatch(invalid.message());
        }
        return caller(session);
    }

    static Optional<SessionToken> sessionToken(Presented.Signature signature) {
        return signature.sessionToken().flatMap(text -> SessionToken.parse(new Secret(text)));
    }

    private Caller caller(Session session) {
        Instant now = clock.instant();
        if (!now.isBefore(session.expiration())) {
            throw StsFault.sessionExpired();
        }
        Role role = roles.byId(session.roleId())
                .orElseThrow(() -> StsFault.invalidClientTokenId().because("role " + session.roleId() + " is gone"));
        return new Caller(role, session.sessionName());
    }
}
