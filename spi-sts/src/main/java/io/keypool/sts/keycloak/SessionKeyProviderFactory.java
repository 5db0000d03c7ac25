package io.keypool.sts.keycloak;

import io.keypool.sts.SessionKey;
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

/** Makes session keys of components, and fills a new component with a fresh key. */
public final class SessionKeyProviderFactory implements ComponentFactory<SessionKeyProvider, SessionKeyProvider> {

    static final String ID = "sts-session-key";
    static final String SECRET = "secret";

    @Override
    public SessionKeyProvider create(KeycloakSession session, ComponentModel model) {
        return () -> RealmSessionKeys.key(session.getContext().getRealm(), model);
    }

    /** Generates the key where there is none, as after an import of a partial export, which hides secrets. */
    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        if (KeyComponents.lacks(model, SECRET)) {
            model.put(SECRET, newSecret());
            return;
        }
        try {
            new SessionKey.KeyMaterial(Base64.getDecoder().decode(model.get(SECRET)));
        } catch (IllegalArgumentException invalid) {
            throw new ComponentValidationException("A session key is 32 bytes in base64");
        }
    }

    static String newSecret() {
        return KeyComponents.newSecret(SessionKey.KeyMaterial.LENGTH);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return KeyComponents.properties()
                .property()
                .name(SECRET)
                .label("Key")
                .helpText("32 bytes in base64; made when left empty")
                .type(ProviderConfigProperty.PASSWORD)
                .secret(true)
                .add()
                .build();
    }

    @Override
    public String getHelpText() {
        return "A key that seals the session tokens of temporary credentials";
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
