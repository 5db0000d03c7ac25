package io.keypool.sts.keycloak;

import io.keypool.sts.SessionPolicyReader;
import io.keypool.sts.keycloak.refusal.Refusals;
import io.keypool.sts.keycloak.revocation.NodeRevocations;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What STS remembers as long as its node is up.
 *
 * @param identityProviders for {@link IdentityProviders}
 */
record NodeMemory(
        SessionPolicyReader sessionPolicies,
        NodeRevocations revocations,
        Refusals refusals,
        Map<String, String> identityProviders) {

    static NodeMemory of(StsOptions options) {
        KeycloakClock clock = new KeycloakClock();
        return new NodeMemory(
                new SessionPolicyReader(),
                new NodeRevocations(clock),
                new Refusals(options.refusals(), clock),
                new ConcurrentHashMap<>());
    }
}
