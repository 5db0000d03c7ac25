package io.keypool.sts.keycloak.saml;

import io.keypool.sts.keycloak.RealmIssuer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/**
 * What an assertion must be.
 *
 * @param issuer the identity provider's entity id
 * @param audience the realm's entity id at that identity provider
 * @param endpoints where the response may be addressed to: the realm's broker endpoint of the identity provider, whose
 *     address identity providers have anyway, or the service that is called
 * @param grace the difference of clocks that is tolerated
 */
record Expected(String issuer, String audience, Set<String> endpoints, Duration grace) {

    /**
     * Used where the identity provider sets no clock skew of its own. Not the five minutes that AWS documents for
     * OpenID tokens: an assertion lives for minutes itself, so they would double its life.
     */
    static final Duration DEFAULT_GRACE = Duration.ofMinutes(1);

    Expected {
        endpoints = Set.copyOf(endpoints);
    }

    /** @throws Unproven when nobody can be told to have issued a response */
    static Expected of(KeycloakSession session, RealmModel realm, SAMLIdentityProviderConfig config, String address) {
        URI server = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
        return new Expected(
                given(config.getIdpEntityId())
                        .orElseThrow(() -> Refusal.notForUs(config.getAlias() + " has no idpEntityId")),
                given(config.getEntityId()).orElseGet(() -> RealmIssuer.url(session, realm)),
                Set.of(
                        Urls.identityProviderAuthnResponse(server, config.getAlias(), realm.getName())
                                .toString(),
                        address),
                grace(config));
    }

    private static Duration grace(SAMLIdentityProviderConfig config) {
        return given(config.getConfig().get(IdentityProviderModel.ALLOWED_CLOCK_SKEW))
                .map(set -> Duration.ofSeconds(config.getAllowedClockSkew()))
                .orElse(DEFAULT_GRACE);
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
