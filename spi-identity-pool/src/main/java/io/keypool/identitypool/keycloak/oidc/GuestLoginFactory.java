package io.keypool.identitypool.keycloak.oidc;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** The step "Continue as guest" of a browser flow: an alternative to its other steps, behind them. */
public final class GuestLoginFactory implements AuthenticatorFactory {

    static final String ID = "identity-pool-guest";

    private static final Authenticator LOGIN = new GuestLogin();

    @Override
    public Authenticator create(KeycloakSession session) {
        return LOGIN;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Continue as guest";
    }

    @Override
    public String getReferenceCategory() {
        return "guest";
    }

    @Override
    public String getHelpText() {
        return "Lets people in who prove nothing, at clients that have the mapper \"Identity pool\" and take guests";
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.ALTERNATIVE, Requirement.DISABLED};
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
