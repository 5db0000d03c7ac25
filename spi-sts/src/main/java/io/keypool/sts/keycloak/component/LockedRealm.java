package io.keypool.sts.keycloak.component;

import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * A realm whose components nobody else changes meanwhile.
 *
 * @param stored the realm as the database has it
 * @param written the same realm behind its cache, which must learn of changes
 */
public record LockedRealm(RealmModel stored, RealmModel written) {

    public ComponentModel add(ComponentModel component) {
        component.setParentId(written.getId());
        return written.addComponentModel(component);
    }

    /** A copy of the component that there is: what the realm has is shared. */
    public ComponentModel copy(String componentId) {
        return new ComponentModel(stored.getComponent(componentId));
    }
}
