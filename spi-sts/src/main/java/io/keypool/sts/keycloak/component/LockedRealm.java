package io.keypool.sts.keycloak.component;

import org.keycloak.component.ComponentModel;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.RealmModel;

/** A realm whose components nobody else changes meanwhile. Each change is told of as it is made. */
public final class LockedRealm {

    private final RealmModel stored;
    private final RealmModel written;
    private final ChangeEvents events;

    /**
     * @param stored the realm as the database has it
     * @param written the same realm behind its cache, which must learn of changes
     */
    LockedRealm(RealmModel stored, RealmModel written, ChangeEvents events) {
        this.stored = stored;
        this.written = written;
        this.events = events;
    }

    /** The realm as the database has it, to read. */
    public RealmModel stored() {
        return stored;
    }

    public ComponentModel add(ComponentModel component) {
        component.setParentId(written.getId());
        ComponentModel added = written.addComponentModel(component);
        events.tell(OperationType.CREATE, added);
        return added;
    }

    public void update(ComponentModel component) {
        written.updateComponent(component);
        events.tell(OperationType.UPDATE, component);
    }

    public void remove(ComponentModel component) {
        written.removeComponent(component);
        events.tell(OperationType.DELETE, component);
    }

    /** A copy of the component that there is: what the realm has is shared. */
    public ComponentModel copy(String componentId) {
        return new ComponentModel(stored.getComponent(componentId));
    }
}
