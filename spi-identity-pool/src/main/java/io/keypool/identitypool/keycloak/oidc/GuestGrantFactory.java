package io.keypool.identitypool.keycloak.oidc;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.OAuth2GrantTypeFactory;

/**
 * The grant type by which an app without a browser becomes a guest.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.5">RFC 6749, Extension Grants</a>
 */
public final class GuestGrantFactory implements OAuth2GrantTypeFactory {

    private static final String ID = "urn:keypool:params:oauth:grant-type:guest";

    /** In the ids of tokens; two letters that no grant type of Keycloak has. */
    private static final String SHORTCUT = "kg";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getShortcut() {
        return SHORTCUT;
    }

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new GuestGrant();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
