package io.keypool.sts.keycloak.component;

import io.keypool.aws.Arn;
import org.keycloak.component.ComponentModel;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * Tells of changes by calls that are signed what Keycloak's admin REST tells of its own: a change is the same event,
 * whichever way it came.
 */
final class ComponentEvents implements ChangeEvents {

    /** The detail that names who signed; for temporary credentials there is no client and no user. */
    private static final String CALLER = "caller";

    private static final String USER = "user/";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Arn caller;
    private final String address;

    /**
     * @param session in whose transaction the change is made: there is no event of one that fails
     * @param address whence the call came
     */
    ComponentEvents(KeycloakSession session, RealmModel realm, Arn caller, String address) {
        this.session = session;
        this.realm = realm;
        this.caller = caller;
        this.address = address;
    }

    @Override
    public void tell(OperationType operation, ComponentModel component) {
        AdminEventBuilder event = new SignedEvent(session, realm, address)
                .operation(operation)
                .resource(ResourceType.COMPONENT)
                .resourcePath("components", component.getId())
                .detail(CALLER, caller.toString());
        if (operation != OperationType.DELETE) {
            event.representation(ModelToRepresentation.toRepresentation(session, component, false));
        }
        nameUser(event);
        event.success();
    }

    /** A user of STS is a client with its service account. */
    private void nameUser(AdminEventBuilder event) {
        if (!caller.resource().startsWith(USER)) {
            return;
        }
        ClientModel client = realm.getClientByClientId(caller.resource().substring(USER.length()));
        if (client == null) {
            return;
        }
        event.authClient(client);
        UserModel account = session.users().getServiceAccount(client);
        if (account != null) {
            event.authUser(account);
        }
    }

    /**
     * Keycloak's builder asks for an administrator's access token, which nobody presented, unless it is given an event.
     */
    private static final class SignedEvent extends AdminEventBuilder {

        SignedEvent(KeycloakSession session, RealmModel realm, String address) {
            super(realm, null, session, address, empty());
            realm(realm);
            authRealm(realm);
            authIpAddress(address);
        }

        private static AdminEvent empty() {
            AdminEvent event = new AdminEvent();
            event.setAuthDetails(new AuthDetails());
            return event;
        }
    }
}
