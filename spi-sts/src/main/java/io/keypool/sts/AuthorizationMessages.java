package io.keypool.sts;

import io.keypool.aws.Secret;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.PolicyRequest;
import java.nio.charset.StandardCharsets;

/**
 * Why a request was denied, sealed for those who may know: the denied caller hands it to them.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html">AWS</a>
 */
final class AuthorizationMessages {

    private static final String ACTION = "sts:DecodeAuthorizationMessage";

    private final SessionKeys keys;
    private final Sealer sealer;

    AuthorizationMessages(Ports ports) {
        this.keys = ports.sessionKeys();
        this.sealer = new Sealer(ports.random(), "authorization message");
    }

    String encode(String message) {
        return sealer.seal(message.getBytes(StandardCharsets.UTF_8), keys.active())
                .reveal();
    }

    String decode(Caller caller, String encoded) {
        Permission.require(caller, ACTION, PolicyRequest.NO_RESOURCE, ConditionContext.builder());
        return SessionToken.parse(new Secret(encoded))
                .flatMap(token -> keys.find(token.keyId()).flatMap(key -> sealer.open(token, key)))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(StsFault::invalidAuthorizationMessage);
    }
}
