package io.keypool.it;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link Tenant} of the run: a realm takes seconds to make, and its tests only ask for refusals.
 */
public final class TenantExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Tenant.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Keypool keypool = (Keypool) new KeypoolExtension().resolveParameter(parameter, context);
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(TenantExtension.class))
                .computeIfAbsent("tenant", key -> Tenant.create(keypool), Tenant.class);
    }
}
