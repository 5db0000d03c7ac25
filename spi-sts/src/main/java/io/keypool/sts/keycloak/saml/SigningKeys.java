package io.keypool.sts.keycloak.saml;

import io.keypool.sts.keycloak.token.Reason;
import io.keypool.sts.keycloak.token.Unproven;
import java.security.Key;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.crypto.KeyUse;
import org.keycloak.keys.PublicKeyStorageProvider;
import org.keycloak.keys.PublicKeyStorageUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.saml.SamlMetadataKeyLocator;
import org.keycloak.protocol.saml.SamlMetadataPublicKeyLoader;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.saml.processing.core.util.XMLSignatureUtil;

/**
 * The keys that an identity provider signs with: those of its metadata, in Keycloak's cache of keys, or else the
 * certificates in its configuration. A certificate that is out of date is none, as at Keycloak's broker.
 */
final class SigningKeys {

    private final Optional<SamlMetadataKeyLocator> metadata;
    private final SAMLIdentityProviderConfig config;
    private final InstantSource clock;

    private SigningKeys(
            Optional<SamlMetadataKeyLocator> metadata, SAMLIdentityProviderConfig config, InstantSource clock) {
        this.metadata = metadata;
        this.config = config;
        this.clock = clock;
    }

    static SigningKeys of(
            KeycloakSession session, RealmModel realm, SAMLIdentityProviderConfig config, InstantSource clock) {
        String url = config.getMetadataDescriptorUrl();
        if (!config.isUseMetadataDescriptorUrl() || url == null || url.isBlank()) {
            return new SigningKeys(Optional.empty(), config, clock);
        }
        SamlMetadataKeyLocator locator = new SamlMetadataKeyLocator(
                PublicKeyStorageUtils.getIdpModelCacheKey(realm.getId(), config.getInternalId()),
                new SamlMetadataPublicKeyLoader(session, url),
                KeyUse.SIG,
                session.getProvider(PublicKeyStorageProvider.class));
        return new SigningKeys(Optional.of(locator), config, clock);
    }

    /** Whether it is known where they are, or which; nobody is asked for them. */
    boolean areConfigured() {
        return metadata.isPresent() || configured().findAny().isPresent();
    }

    /** @throws Unproven when the metadata cannot be had */
    List<Key> known() {
        return metadata.map(this::cached).orElseGet(() -> configured().toList());
    }

    /**
     * The keys that the metadata has had since it was read last: asked for when no known key fits, though not more
     * often than Keycloak's {@code min-time-between-requests}.
     */
    List<Key> learnt() {
        if (metadata.isEmpty()) {
            return List.of();
        }
        List<Key> before = known();
        try {
            metadata.get().refreshKeyCache();
        } catch (RuntimeException unreachable) {
            throw unavailable(unreachable);
        }
        List<Key> after = new ArrayList<>(known());
        after.removeAll(before);
        return after;
    }

    private List<Key> cached(SamlMetadataKeyLocator locator) {
        try {
            List<Key> keys = new ArrayList<>();
            locator.forEach(keys::add);
            return keys;
        } catch (RuntimeException unreachable) {
            throw unavailable(unreachable);
        }
    }

    private Unproven unavailable(RuntimeException cause) {
        return new Unproven(new Reason.KeysUnreachable()).because("metadata of " + config.getAlias() + ": " + cause);
    }

    private Stream<Key> configured() {
        return Stream.of(config.getSigningCertificates())
                .flatMap(text -> certificate(text).stream())
                .map(X509Certificate::getPublicKey);
    }

    private Optional<X509Certificate> certificate(String text) {
        try {
            X509Certificate certificate =
                    XMLSignatureUtil.getX509CertificateFromKeyInfoString(text.replaceAll("\\s", ""));
            certificate.checkValidity(Date.from(clock.instant()));
            return Optional.of(certificate);
        } catch (ProcessingException | CertificateException unusable) {
            return Optional.empty();
        }
    }
}
