package io.keypool.sts.keycloak;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Declares managed policies to Keycloak as a kind of component. */
public final class IamPolicySpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "iam-policy";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return IamPolicyProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<?>> getProviderFactoryClass() {
        return IamPolicyProviderFactory.class;
    }
}
