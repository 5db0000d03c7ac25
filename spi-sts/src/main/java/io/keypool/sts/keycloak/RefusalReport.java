package io.keypool.sts.keycloak;

import io.keypool.sts.keycloak.refusal.RefusalEvents;
import io.keypool.sts.keycloak.refusal.RefusedCall;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Tells of a refused call wherever somebody may look for the reason: in the log, in memory, among the events. */
public final class RefusalReport {

    private final KeycloakSession session;

    public RefusalReport(KeycloakSession session) {
        this.session = session;
    }

    /** For a call of which the realm has had no event yet. */
    public void refused(RefusedCall call) {
        refusedWithEvent(call);
        RealmModel realm = session.getContext().getRealm();
        if (realm != null) {
            emit(realm, call);
        }
    }

    /** For a call of which an event has told. */
    public void refusedWithEvent(RefusedCall call) {
        RequestLog.refused(call.service(), call.fault(), call.requestId());
        RealmModel realm = session.getContext().getRealm();
        if (realm != null) {
            StsProvider.of(session).refusals().add(realm, call);
        }
    }

    /** The caller is answered, whether or not the event can be stored. */
    private void emit(RealmModel realm, RefusedCall call) {
        try {
            RefusalEvents.emit(session, realm, call);
        } catch (RuntimeException failure) {
            RequestLog.failed(call.service(), failure, call.requestId());
        }
    }
}
