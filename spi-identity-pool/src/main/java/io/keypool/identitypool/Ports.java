package io.keypool.identitypool;

import io.keypool.sts.SecurityTokenService;
import java.time.InstantSource;

/** What the identity pools need from their host, bound to one realm. */
public record Ports(
        Pools pools,
        Identities identities,
        OpenIdTokenSigner tokens,
        PoolIssuer issuer,
        SecurityTokenService sts,
        InstantSource clock) {}
