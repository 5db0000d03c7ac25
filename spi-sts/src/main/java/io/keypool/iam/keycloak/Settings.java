package io.keypool.iam.keycloak;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;

/** Writes settings of a component; one that is empty is none. */
final class Settings {

    private final ComponentModel component;

    Settings(ComponentModel component) {
        this.component = component;
    }

    Settings put(String key, @Nullable Object value) {
        return put(key, value == null || value.toString().isEmpty() ? List.of() : List.of(value.toString()));
    }

    Settings put(String key, Duration value) {
        return put(key, List.of(Long.toString(value.toSeconds())));
    }

    Settings put(String key, List<String> values) {
        if (values.isEmpty()) {
            component.getConfig().remove(key);
        } else {
            component.getConfig().put(key, values);
        }
        return this;
    }

    ComponentModel component() {
        return component;
    }
}
