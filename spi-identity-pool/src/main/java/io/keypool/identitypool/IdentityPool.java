package io.keypool.identitypool;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An identity pool.
 *
 * @param guests whether it gives identities to those who prove nothing
 * @param classicFlow whether it issues OpenID tokens to exchange at STS
 * @param roles of the enhanced flow
 * @param principalTags which claims become tags, by the provider's name among a pool's settings
 * @param providers whose logins it takes, by name
 * @param developerProvider the name under which a backend vouches for its own users
 * @param guestPolicy the most that guests may do in the enhanced flow, whatever their role may
 * @param signatureAlgorithm RS256 or ES256, for the pool's tokens
 * @param guestRules how many guests it takes, and for how long it keeps them
 */
public record IdentityPool(
        PoolId id,
        String name,
        boolean guests,
        boolean classicFlow,
        PoolRoles roles,
        Map<String, PrincipalTagMap> principalTags,
        Map<String, LoginProvider> providers,
        Optional<String> developerProvider,
        String guestPolicy,
        String signatureAlgorithm,
        GuestRules guestRules) {

    public IdentityPool {
        principalTags = Map.copyOf(principalTags);
        providers = Map.copyOf(providers);
    }

    /** The claims that the settings ask logins of that provider for. */
    public Set<String> claims(LoginProvider provider) {
        if (roles.mappings().isEmpty() && principalTags.isEmpty()) {
            return Set.of();
        }
        Set<String> claims = new HashSet<>();
        for (String settingsName : provider.settingsNames()) {
            Optional.ofNullable(roles.mappings().get(settingsName))
                    .ifPresent(mapping -> claims.addAll(mapping.claims()));
            Optional.ofNullable(principalTags.get(settingsName))
                    .ifPresent(tags -> claims.addAll(tags.claims().values()));
        }
        return claims;
    }

    /** Whether roles or tags may be set for a provider of that name. */
    public boolean hasSettingsName(String settingsName) {
        return providers.values().stream()
                .anyMatch(provider -> provider.settingsNames().contains(settingsName));
    }

    Optional<LoginProvider> provider(String providerName) {
        return Optional.ofNullable(providers.get(providerName));
    }
}
