package io.keypool.sts.keycloak.refusal;

import io.keypool.sts.keycloak.RequestLog;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Tells Keycloak of refused calls. Its types of events are a closed set: credentials that are asked for and not given
 * are told as a refused exchange of tokens, as those of identity pools are.
 */
public final class RefusalEvents {

    public static final String REQUEST_ID = "request_id";
    public static final String REASON = "reason";

    private static final int REASON_LIMIT = 300;

    private RefusalEvents() {}

    public static void emit(KeycloakSession session, RealmModel realm, RefusedCall call) {
        EventBuilder event = new EventBuilder(realm, session)
                .ipAddress(session.getContext().getConnection().getRemoteHost())
                .event(EventType.TOKEN_EXCHANGE)
                .detail(call.service().replace('-', '_') + "_event", "refused")
                .detail(REQUEST_ID, call.requestId().value());
        call.action().ifPresent(action -> event.detail("operation", action));
        call.fault().detail().ifPresent(detail -> event.detail(REASON, reason(detail)));
        event.error(call.fault().code());
    }

    /** As a detail of an event, from what the log says. */
    public static String reason(String detail) {
        return RequestLog.line(detail, REASON_LIMIT);
    }
}
