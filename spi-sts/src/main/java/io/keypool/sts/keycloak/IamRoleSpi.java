package io.keypool.sts.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Declares IAM roles to Keycloak as a kind of component. */
public final class IamRoleSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "iam-role";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return IamRoleProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return IamRoleProviderFactory.class;
    }
}
