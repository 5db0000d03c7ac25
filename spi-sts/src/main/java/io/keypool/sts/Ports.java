package io.keypool.sts;

import java.security.SecureRandom;
import java.time.InstantSource;

/** What STS needs from its host, bound to one request of one realm. */
public record Ports(
        Roles roles,
        ManagedPolicies managedPolicies,
        Users users,
        WebIdentityVerifier webIdentities,
        SamlAssertions samlAssertions,
        SessionKeys sessionKeys,
        SessionPolicyReader sessionPolicies,
        Revocations revocations,
        RequestFacts request,
        InstantSource clock,
        SecureRandom random) {}
