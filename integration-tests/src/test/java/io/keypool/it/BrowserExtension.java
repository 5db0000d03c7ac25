package io.keypool.it;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests the one {@link Chromium} of the run: started when the first class asks, stopped after the last test.
 * Where no browser is installed, a class that asks is skipped; in CI it fails.
 */
public final class BrowserExtension implements ExecutionCondition, ParameterResolver {

    /** A condition, since a class cannot be skipped any more when its parameters are asked for. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("its class is");
        }
        try {
            return ConditionEvaluationResult.enabled(BrowserPrograms.needed().toString());
        } catch (TestAbortedException missing) {
            return ConditionEvaluationResult.disabled(missing.getMessage());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(BrowserExtension.class))
                .computeIfAbsent("chromium", key -> Chromium.start(BrowserPrograms.needed()), Chromium.class);
    }
}
