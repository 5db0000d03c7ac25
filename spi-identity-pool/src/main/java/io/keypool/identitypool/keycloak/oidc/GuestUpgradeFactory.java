package io.keypool.identitypool.keycloak.oidc;

import io.keypool.identitypool.keycloak.EachRealm;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** The required action by which a guest becomes a user; every realm has it. */
public final class GuestUpgradeFactory implements RequiredActionFactory {

    static final String ID = "identity-pool-guest-upgrade";

    /** Behind Keycloak's own: who fails in one of them is not logged in. */
    private static final int PRIORITY = 10_000;

    private static final RequiredActionProvider UPGRADE = new GuestUpgrade();

    private static void addTo(RealmModel realm) {
        if (realm.getRequiredActionProviderByAlias(ID) != null) {
            return;
        }
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setAlias(ID);
        action.setProviderId(ID);
        action.setName("Guest becomes user");
        action.setEnabled(true);
        action.setPriority(PRIORITY);
        realm.addRequiredActionProvider(action);
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return UPGRADE;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "Guest becomes user";
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new EachRealm((session, realm) -> addTo(realm)));
    }

    @Override
    public void close() {}
}
