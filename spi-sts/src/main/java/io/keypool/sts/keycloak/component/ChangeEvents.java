package io.keypool.sts.keycloak.component;

import org.keycloak.component.ComponentModel;
import org.keycloak.events.admin.OperationType;

/** Is told of each component that is changed. */
interface ChangeEvents {

    void tell(OperationType operation, ComponentModel component);
}
