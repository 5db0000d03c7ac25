package io.keypool.identitypool.keycloak.admin;

import io.keypool.sts.keycloak.PoolAdminRoles;
import jakarta.ws.rs.ForbiddenException;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Who asks: what it may see and change, and the record of what it did. */
final class Administrator {

    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;
    private final KeycloakSession session;

    Administrator(AdminPermissionEvaluator auth, AdminEventBuilder adminEvent, KeycloakSession session) {
        this.auth = auth;
        this.adminEvent = adminEvent;
        this.session = session;
    }

    void requireView() {
        require(PoolAdminRoles.VIEW, PoolAdminRoles.MANAGE, AdminRoles.VIEW_REALM, AdminRoles.MANAGE_REALM);
    }

    void requireManage() {
        require(PoolAdminRoles.MANAGE, AdminRoles.MANAGE_REALM);
    }

    /** To make roles: whoever may only manage pools hands them out. */
    void requireManageRealm() {
        require(AdminRoles.MANAGE_REALM);
    }

    /** Whoever sees identities does not see every user of the realm for that. */
    boolean maySee(UserModel user) {
        return auth.users().canView(user);
    }

    void did(OperationType operation) {
        adminEvent
                .operation(operation)
                .resourcePath(session.getContext().getUri())
                .success();
    }

    /** @param representation is stored where the realm keeps details of admin events */
    void did(OperationType operation, Object representation) {
        adminEvent.representation(representation);
        did(operation);
    }

    /** @param pool its id, which the call does not know yet */
    void made(String pool, Object representation) {
        adminEvent
                .representation(representation)
                .operation(OperationType.CREATE)
                .resourcePath(IdentityPoolsAdminFactory.ID, pool)
                .success();
    }

    private void require(String... oneOf) {
        if (!auth.hasOneAdminRole(oneOf)) {
            throw new ForbiddenException();
        }
    }
}
