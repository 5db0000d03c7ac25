package io.keypool.identitypool.keycloak;

import io.keypool.sts.keycloak.KeyComponents;
import java.util.Base64;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * Makes the key of a realm's stored logins. A realm has one, and it stays: with another one nobody would be recognised,
 * so there is no rotation.
 */
public final class SubjectKeyProviderFactory implements ComponentFactory<SubjectKeyProvider, SubjectKeyProvider> {

    static final String ID = "identity-pool-subject-key";
    static final String SECRET = "secret";
    private static final int LENGTH = 32;

    @Override
    public SubjectKeyProvider create(KeycloakSession session, ComponentModel model) {
        return () -> HmacSubjects.of(model);
    }

    /** @throws ComponentValidationException for a second key, a changed one, and what is none */
    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        boolean second = realm.getComponentsStream(realm.getId(), SubjectKeyProvider.class.getName())
                .anyMatch(existing -> !existing.getId().equals(model.getId()));
        if (second) {
            throw new ComponentValidationException("A realm has one key of stored logins");
        }
        if (KeyComponents.lacks(model, SECRET)) {
            model.put(SECRET, newSecret());
        }
        ComponentModel existing = model.getId() == null ? null : realm.getComponent(model.getId());
        if (existing != null && !model.get(SECRET).equals(existing.get(SECRET))) {
            throw new ComponentValidationException("The key of stored logins cannot be changed");
        }
        if (!isKey(model.get(SECRET))) {
            throw new ComponentValidationException("The key of stored logins is 32 bytes in base64");
        }
    }

    private static boolean isKey(String secret) {
        try {
            return Base64.getDecoder().decode(secret).length == LENGTH;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    static String newSecret() {
        return KeyComponents.newSecret(LENGTH);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(SECRET)
                .label("Key")
                .helpText("32 bytes in base64; made when left empty, and never changed")
                .type(ProviderConfigProperty.PASSWORD)
                .secret(true)
                .add()
                .build();
    }

    @Override
    public String getHelpText() {
        return "The key under which the logins of identities are stored";
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
