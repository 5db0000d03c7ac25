package io.keypool.identitypool.keycloak;

import io.keypool.aws.RequestId;
import io.keypool.identitypool.IdentityEvent;
import io.keypool.identitypool.IdentityEvents;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.PoolId;
import io.keypool.sts.keycloak.refusal.RefusalEvents;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Emits Keycloak events. Its types are a closed set: who somebody is is told as an exchange of tokens, and what is
 * linked or unlinked as that.
 */
final class KeycloakEvents implements IdentityEvents {

    private static final Map<IdentityEvent.Kind, EventType> TYPES = Map.of(
            IdentityEvent.Kind.IDENTIFIED, EventType.TOKEN_EXCHANGE,
            IdentityEvent.Kind.SIGNED_IN, EventType.FEDERATED_IDENTITY_LINK,
            IdentityEvent.Kind.REFUSED, EventType.TOKEN_EXCHANGE,
            IdentityEvent.Kind.LINKED, EventType.FEDERATED_IDENTITY_LINK,
            IdentityEvent.Kind.MERGED, EventType.FEDERATED_IDENTITY_LINK,
            IdentityEvent.Kind.MERGE_UNDONE, EventType.REMOVE_FEDERATED_IDENTITY,
            IdentityEvent.Kind.UNLINKED, EventType.REMOVE_FEDERATED_IDENTITY,
            IdentityEvent.Kind.DELETED, EventType.DELETE_ACCOUNT);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Optional<RequestId> requestId;
    private boolean toldRefusal;

    /** @param requestId the id of the call that causes the events, if any does */
    KeycloakEvents(KeycloakSession session, RealmModel realm, Optional<RequestId> requestId) {
        this.session = session;
        this.realm = realm;
        this.requestId = requestId;
    }

    /** Whether an event told that the call was refused. */
    boolean haveToldRefusal() {
        return toldRefusal;
    }

    @Override
    public void emit(IdentityEvent event) {
        EventBuilder builder = new EventBuilder(realm, session)
                .ipAddress(address())
                .event(TYPES.get(event.kind()))
                .detail("identity_pool_event", event.kind().name().toLowerCase(Locale.ROOT))
                .detail("operation", event.operation());
        event.pool().map(PoolId::value).ifPresent(pool -> builder.detail("identity_pool", pool));
        event.identity().map(IdentityId::value).ifPresent(id -> builder.detail("identity", id));
        String other = event.kind() == IdentityEvent.Kind.SIGNED_IN ? "guest_identity" : "merged_identity";
        event.other().map(IdentityId::value).ifPresent(id -> builder.detail(other, id));
        if (!event.providers().isEmpty()) {
            builder.detail("providers", event.providers().stream().sorted());
        }
        Optional<String> error = event.error();
        if (error.isPresent()) {
            toldRefusal = true;
            requestId.ifPresent(id -> builder.detail(RefusalEvents.REQUEST_ID, id.value()));
            event.reason().ifPresent(reason -> builder.detail(RefusalEvents.REASON, RefusalEvents.reason(reason)));
            builder.error(error.get());
            return;
        }
        builder.success();
    }

    /** Nothing where no request is the cause. */
    private @Nullable String address() {
        ClientConnection connection = session.getContext().getConnection();
        return connection == null ? null : connection.getRemoteHost();
    }
}
