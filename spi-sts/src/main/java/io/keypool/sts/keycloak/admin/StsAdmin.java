package io.keypool.sts.keycloak.admin;

import io.keypool.sts.keycloak.KeycloakClock;
import io.keypool.sts.keycloak.StsProvider;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** STS for administrators of the realm. */
public final class StsAdmin {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    StsAdmin(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    @Path("refusals")
    public RefusalsAdmin refusals() {
        return new RefusalsAdmin(StsProvider.of(session).refusals(), realm, auth);
    }

    @Path("revocations")
    public RevocationsAdmin revocations() {
        StsProvider sts = StsProvider.of(session);
        return new RevocationsAdmin(
                sts.revocations(realm),
                new RevocationReader(nameOrArn -> sts.role(realm, nameOrArn), new KeycloakClock()),
                auth,
                adminEvent.resource("STS_REVOCATION"),
                session);
    }
}
