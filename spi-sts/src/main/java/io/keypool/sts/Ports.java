package io.keypool.sts;

import java.security.SecureRandom;
import java.time.InstantSource;

/** What STS needs from its host, bound to one realm. */
public record Ports(
        Roles roles,
        WebIdentityVerifier webIdentities,
        SessionKeys sessionKeys,
        InstantSource clock,
        SecureRandom random) {}
