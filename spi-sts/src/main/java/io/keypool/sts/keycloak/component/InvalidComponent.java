package io.keypool.sts.keycloak.component;

import java.text.MessageFormat;
import org.keycloak.component.ComponentValidationException;

/** Why a component is none of its kind, for who does not read it in Keycloak's console. */
public final class InvalidComponent {

    private InvalidComponent() {}

    /** A text without parameters may have braces of its own. */
    public static String reason(ComponentValidationException invalid) {
        String text = String.valueOf(invalid.getMessage());
        Object[] parameters = invalid.getParameters();
        return parameters == null || parameters.length == 0 ? text : MessageFormat.format(text, parameters);
    }
}
