package io.keypool.identitypool;

import io.keypool.sts.SecurityTokenService;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What the identity pools need from their host, bound to one realm. */
public record Ports(
        Pools pools,
        Identities identities,
        LoginVerifier verifier,
        Subjects subjects,
        OpenIdTokenSigner tokens,
        PoolTokenVerifier poolTokens,
        Supplier<PoolIssuer> issuer,
        SecurityTokenService sts,
        GuestCounts guestCounts,
        Sightings sightings,
        IdentityEvents events,
        InstantSource clock) {}
