package io.keypool.it;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a {@link DemoPool} of its own, and takes it away afterwards. */
public final class DemoPoolExtension implements ParameterResolver {

    /** A test's own instance asks in its constructor: what it gets is the test's, not the class's. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DemoPool.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Keypool keypool = (Keypool) new KeypoolExtension().resolveParameter(parameter, context);
        return context.getStore(ExtensionContext.Namespace.create(DemoPoolExtension.class))
                .computeIfAbsent("pool", key -> DemoPool.create(keypool), DemoPool.class);
    }
}
