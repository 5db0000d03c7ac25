package io.keypool.sts.keycloak;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.sts.keycloak.token.IdTokenClaims;
import io.keypool.sts.keycloak.token.OpenIdIssuer;
import io.keypool.sts.spi.TrustedIssuer;
import io.keypool.sts.spi.TrustedIssuerProvider;
import io.keypool.sts.spi.VerificationKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Lets STS trust the ID tokens of the realm's OpenID identity providers, for the client that the realm is there. */
final class BrokerTokenIssuer implements TrustedIssuerProvider {

    private final KeycloakSession session;
    private final Map<String, String> hints;

    /** @param hints a map that lives as long as the server, to remember identity providers in */
    BrokerTokenIssuer(KeycloakSession session, Map<String, String> hints) {
        this.session = session;
        this.hints = hints;
    }

    @Override
    public Optional<TrustedIssuer> find(String issuer) {
        RealmModel realm = session.getContext().getRealm();
        String own = RealmIssuer.url(session, realm);
        if (issuer.equals(own) || issuer.startsWith(own + "/")) {
            return Optional.empty();
        }
        String name = ProviderKey.withoutScheme(issuer);
        return new IdentityProviders(session, realm, hints)
                .find(name)
                .flatMap(model -> OpenIdIssuer.of(session, realm, model))
                .map(found -> new Issuer(found, name, RealmAccount.of(realm)));
    }

    private record Issuer(OpenIdIssuer issuer, String name, AccountId account) implements TrustedIssuer {

        /** Google is known to AWS by its name. */
        @Override
        public String provider() {
            return name.equals(ProviderKey.GOOGLE) ? name : arn();
        }

        @Override
        public Set<String> federatedPrincipals() {
            return name.equals(ProviderKey.GOOGLE) ? Set.of(name, arn()) : Set.of(arn());
        }

        @Override
        public Set<String> keyPrefixes() {
            return Set.of(name);
        }

        @Override
        public Optional<VerificationKey> key(String keyId, String algorithm) {
            return WebIdentityRefusals.translated(() -> VerificationKeys.find(issuer.keys(), keyId, algorithm));
        }

        @Override
        public boolean acceptsAudience(String audience) {
            return issuer.isClient(audience);
        }

        @Override
        public void check(Map<String, Object> claims) {
            WebIdentityRefusals.translated(() -> {
                issuer.checkHostedDomain(new IdTokenClaims(claims));
                return claims;
            });
        }

        private String arn() {
            return Arn.oidcProvider(account, name).toString();
        }
    }
}
