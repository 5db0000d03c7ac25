package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolIssuer;
import io.keypool.sts.spi.TrustedIssuer;
import io.keypool.sts.spi.TrustedIssuerProvider;
import io.keypool.sts.spi.VerificationKey;
import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Lets STS trust the tokens of the realm's own identity pools. */
final class PoolTokenIssuer implements TrustedIssuerProvider {

    private final KeycloakSession session;
    private final IdentityPoolOptions options;

    PoolTokenIssuer(KeycloakSession session, IdentityPoolOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Optional<TrustedIssuer> find(String issuer) {
        RealmModel realm = session.getContext().getRealm();
        PoolIssuer pools = RealmPoolIssuer.of(session, realm);
        if (!pools.url().equals(issuer)) {
            return Optional.empty();
        }
        return Optional.of(new Issuer(pools, new SigningKeys(session, realm), new RealmPools(realm, options.region())));
    }

    private record Issuer(PoolIssuer names, SigningKeys keys, RealmPools pools) implements TrustedIssuer {

        @Override
        public String provider() {
            return PoolIssuer.PROVIDER;
        }

        @Override
        public Set<String> federatedPrincipals() {
            return names.federatedPrincipals();
        }

        @Override
        public Set<String> keyPrefixes() {
            return names.keyPrefixes();
        }

        @Override
        public Optional<VerificationKey> key(String keyId, String algorithm) {
            return keys.find(keyId)
                    .map(key -> new VerificationKey(key.getKid(), key.getAlgorithm(), (PublicKey) key.getPublicKey()));
        }

        @Override
        public boolean acceptsAudience(String audience) {
            return audience.length() <= PoolId.MAX_LENGTH
                    && PoolId.PATTERN.matcher(audience).matches()
                    && pools.find(new PoolId(audience)).isPresent();
        }
    }
}
