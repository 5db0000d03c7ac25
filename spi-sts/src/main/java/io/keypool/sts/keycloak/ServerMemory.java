package io.keypool.sts.keycloak;

import io.keypool.sts.SessionPolicyReader;
import io.keypool.sts.keycloak.refusal.Refusals;
import io.keypool.sts.keycloak.revocation.NodeRevocations;
import java.util.Map;

/**
 * What STS keeps in the memory of a server from one request to the next.
 *
 * @param identityProviders which identity provider of a realm a public provider's tokens are verified with
 */
record ServerMemory(
        SessionPolicyReader sessionPolicies,
        NodeRevocations revocations,
        Refusals refusals,
        Map<String, String> identityProviders) {}
