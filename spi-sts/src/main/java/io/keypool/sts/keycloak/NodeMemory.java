package io.keypool.sts.keycloak;

import io.keypool.sts.SessionPolicyReader;
import io.keypool.sts.keycloak.revocation.NodeRevocations;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What STS remembers as long as its node is up.
 *
 * @param identityProviders for {@link IdentityProviders}
 */
record NodeMemory(
        SessionPolicyReader sessionPolicies, NodeRevocations revocations, Map<String, String> identityProviders) {

    static NodeMemory empty() {
        return new NodeMemory(
                new SessionPolicyReader(), new NodeRevocations(new KeycloakClock()), new ConcurrentHashMap<>());
    }
}
