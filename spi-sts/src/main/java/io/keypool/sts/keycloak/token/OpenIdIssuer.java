package io.keypool.sts.keycloak.token;

import io.keypool.aws.Secret;
import io.keypool.sts.keycloak.ProviderKey;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.IdentityBrokerService;

/** The issuer of ID tokens that stands behind an OpenID identity provider of the realm. */
public final class OpenIdIssuer {

    /** As Keycloak has it for Google, people of any domain and of none. */
    private static final String ANY_DOMAIN = "*";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final OIDCIdentityProviderConfig config;

    private OpenIdIssuer(KeycloakSession session, RealmModel realm, OIDCIdentityProviderConfig config) {
        this.session = session;
        this.realm = realm;
        this.config = config;
    }

    /** Nothing for an identity provider of another kind. */
    public static Optional<OpenIdIssuer> of(KeycloakSession session, RealmModel realm, IdentityProviderModel model) {
        return Optional.ofNullable(
                        IdentityBrokerService.getIdentityProvider(session, model, OIDCIdentityProvider.class))
                .map(broker -> new OpenIdIssuer(session, realm, broker.getConfig()));
    }

    /**
     * The claims of an ID token that the issuer made.
     *
     * @param name the issuer without its scheme
     * @param appIds whom it may be issued to, beside the identity provider's own client
     * @throws Unproven when it is none
     */
    public IdTokenClaims verify(IdTokenVerifier tokens, String name, Set<String> appIds, Secret token) {
        IdTokenClaims claims = tokens.verify(
                token,
                new ExpectedToken(
                        issuer -> ProviderKey.withoutScheme(issuer).equals(name),
                        client -> isClient(client) || appIds.contains(client),
                        keys()));
        checkHostedDomain(claims);
        return claims;
    }

    /** Whether that is the identity provider's own client there. */
    public boolean isClient(String id) {
        return id.equals(config.getClientId());
    }

    /** A set of keys is fetched with our own bounds; a key in the configuration is Keycloak's to read. */
    public TokenKeys keys() {
        return keySet().<TokenKeys>map(address -> new JwksKeys(session, realm, config, address))
                .orElseGet(() -> new ConfiguredKey(session, realm, config));
    }

    /** Whether it is known where its keys are; nobody is asked for them. */
    public boolean hasKeys() {
        String configured = config.getPublicKeySignatureVerifier();
        return keySet().isPresent() || (!config.isUseJwksUrl() && configured != null && !configured.isBlank());
    }

    private Optional<URI> keySet() {
        return Optional.ofNullable(config.getJwksUrl())
                .filter(address -> config.isUseJwksUrl() && !address.isBlank())
                .map(address -> URI.create(address.strip()));
    }

    /**
     * Refuses people whom the realm does not take: one that takes only those of some hosted domains in its broker for
     * Google takes only them here.
     *
     * @throws Unproven when it takes them from other domains only
     * @see <a
     *     href="https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken">Validating an
     *     ID token</a>
     */
    public void checkHostedDomain(IdTokenClaims claims) {
        if (!ProviderKey.of(config).filter(ProviderKey.GOOGLE::equals).isPresent()) {
            return;
        }
        Optional<String> required = Optional.ofNullable(config.getConfig().get("hostedDomain"))
                .filter(domains -> !domains.isBlank() && !domains.equals(ANY_DOMAIN));
        if (required.isPresent() && !isOneOf(required.get(), claims.optional("hd"))) {
            throw new Unproven(new Reason.Rejected("Hosted domain doesn't match."));
        }
    }

    private static boolean isOneOf(String domains, Optional<String> domain) {
        return Stream.of(domains.split(","))
                .map(String::strip)
                .anyMatch(one -> domain.filter(one::equals).isPresent());
    }
}
