package io.keypool.identitypool.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.wire.Operation;
import io.keypool.identitypool.wire.SignedDoors;
import io.keypool.sts.keycloak.RealmGate;
import io.keypool.sts.keycloak.RefusalReport;
import io.keypool.sts.keycloak.RequestLog;
import io.keypool.sts.keycloak.refusal.RefusedCall;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** One Cognito Identity request from bytes to answer. Whatever happens, the answer has the shape of the service. */
final class IdentityPoolsEndpoint {

    private static final String SERVICE = "identity-pool";

    /** Ten logins of 50,000 characters, the most that the model allows, and room for the rest. */
    private static final int BODY_LIMIT = 512 * 1024;

    private final KeycloakSession session;

    IdentityPoolsEndpoint(KeycloakSession session) {
        this.session = session;
    }

    Response answer(byte[] body) {
        RequestId requestId = RequestId.random();
        KeycloakEvents events = new KeycloakEvents(session, session.getContext().getRealm(), Optional.of(requestId));
        try {
            return JsonResponse.of(Response.Status.OK.getStatusCode(), call(body, events), requestId)
                    .build();
        } catch (AwsFault fault) {
            report(events, fault, requestId);
            return refuse(fault, requestId);
        } catch (RuntimeException failure) {
            RequestLog.failed(SERVICE, failure, requestId);
            return refuse(CognitoFault.internalError(), requestId);
        }
    }

    /** Of what was refused before an operation began, no event has told. */
    private void report(KeycloakEvents events, AwsFault fault, RequestId requestId) {
        RefusedCall call = new RefusedCall(SERVICE, requestId, operation(), Optional.empty(), fault);
        RefusalReport report = new RefusalReport(session);
        if (events.haveToldRefusal()) {
            report.refusedWithEvent(call);
        } else {
            report.refused(call);
        }
    }

    /** The operation that the call names, whether or not there is one. */
    private Optional<String> operation() {
        return Optional.ofNullable(
                        session.getContext().getHttpRequest().getHttpHeaders().getHeaderString("X-Amz-Target"))
                .map(target -> target.substring(target.lastIndexOf('.') + 1));
    }

    private Response refuse(AwsFault fault, RequestId requestId) {
        session.getTransactionManager().setRollbackOnly();
        return JsonResponse.of(fault, requestId);
    }

    private byte[] call(byte[] body, KeycloakEvents events) {
        if (body.length > BODY_LIMIT) {
            throw CognitoFault.tooLarge(BODY_LIMIT);
        }
        RealmModel realm = session.getContext().getRealm();
        RealmGate.closed(session, realm).ifPresent(reason -> {
            throw CognitoFault.realmClosed(reason);
        });
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        Operation operation = Operation.of(
                headers.getHeaderString(HttpHeaders.CONTENT_TYPE), headers.getHeaderString("X-Amz-Target"));
        if (operation instanceof Operation.Open open) {
            return open.call(IdentityPoolsProvider.of(session).pools(realm, events), body);
        }
        // Only who is proven learns what else is wrong with the call.
        SignedDoors doors = new SignedCalls(session, realm, events).doors(body);
        return ((Operation.Signed) operation).call(doors, body);
    }
}
