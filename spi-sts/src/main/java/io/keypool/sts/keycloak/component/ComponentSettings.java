package io.keypool.sts.keycloak.component;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;

/** Writes settings of a component; one that is empty is none. */
public final class ComponentSettings {

    private final ComponentModel component;

    public ComponentSettings(ComponentModel component) {
        this.component = component;
    }

    public ComponentSettings put(String key, @Nullable Object value) {
        return put(key, value == null || value.toString().isEmpty() ? List.of() : List.of(value.toString()));
    }

    public ComponentSettings put(String key, Duration value) {
        return put(key, List.of(Long.toString(value.toSeconds())));
    }

    public ComponentSettings put(String key, List<String> values) {
        if (values.isEmpty()) {
            component.getConfig().remove(key);
        } else {
            component.getConfig().put(key, values);
        }
        return this;
    }

    public ComponentModel component() {
        return component;
    }
}
