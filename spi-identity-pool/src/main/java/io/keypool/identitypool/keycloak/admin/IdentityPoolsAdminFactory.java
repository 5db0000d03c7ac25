package io.keypool.identitypool.keycloak.admin;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Mounts the administrators' part of identity pools. */
public final class IdentityPoolsAdminFactory implements AdminRealmResourceProviderFactory {

    static final String ID = "identity-pools";

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new Mount();
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

    private record Mount() implements AdminRealmResourceProvider {

        @Override
        public Object getResource(
                KeycloakSession session,
                RealmModel realm,
                AdminPermissionEvaluator auth,
                AdminEventBuilder adminEvent) {
            return new IdentityPoolsAdmin(
                    session, realm, new Administrator(auth, adminEvent.resource("IDENTITY_POOL"), session));
        }

        @Override
        public void close() {}
    }
}
