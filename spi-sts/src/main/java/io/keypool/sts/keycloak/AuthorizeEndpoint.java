package io.keypool.sts.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import io.keypool.aws.sigv4.RequestBody;
import io.keypool.gateway.ApiGatewayFault;
import io.keypool.gateway.Gatekeeper;
import io.keypool.gateway.Manner;
import io.keypool.gateway.OriginalRequest;
import io.keypool.gateway.ProtectedService;
import io.keypool.gateway.wire.AuthorizationMessage;
import io.keypool.policy.DecisionTrace;
import io.keypool.sts.Caller;
import io.keypool.sts.keycloak.refusal.RefusedCall;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Answers a gateway whether a request may pass: 200, or 401 or 403 in the manner of the service that it is for. */
final class AuthorizeEndpoint {

    static final String NAME = "authorize";

    private final KeycloakSession session;

    AuthorizeEndpoint(KeycloakSession session) {
        this.session = session;
    }

    Response answer(RequestBody body) {
        RequestId requestId = RequestId.random();
        Manner manner = Manner.API_GATEWAY;
        try {
            OriginalRequest request = question(body);
            ProtectedService service = service(request);
            manner = service.mapping().manner();
            return AuthorizeAnswer.pass(admit(service, request), requestId);
        } catch (AwsFault fault) {
            report(fault, requestId);
            return AuthorizeAnswer.refuse(manner, fault, requestId, authorizationMessage(fault));
        } catch (RuntimeException failure) {
            RequestLog.failed(NAME, failure, requestId);
            return AuthorizeAnswer.refuse(manner, ApiGatewayFault.internalFailure(), requestId);
        }
    }

    private OriginalRequest question(RequestBody body) {
        RealmGate.closed(session, realm()).ifPresent(reason -> {
            throw ApiGatewayFault.denied(reason);
        });
        return QuestionReader.question(session, body).original();
    }

    private ProtectedService service(OriginalRequest request) {
        return ProtectedServiceComponent.find(
                        realm(),
                        request.target().host(),
                        StsProvider.of(session).options().signingRules().regions())
                .orElseThrow(ApiGatewayFault::unknownHost);
    }

    private Caller admit(ProtectedService service, OriginalRequest request) {
        return new Gatekeeper(service, StsProvider.of(session).service(realm(), request.facts())).admit(request);
    }

    /** Only who is proven and denied is an event: everybody can send a gateway requests that are signed by nobody. */
    private void report(AwsFault fault, RequestId requestId) {
        Optional<DecisionTrace> trace = trace(fault);
        RefusedCall call = new RefusedCall(NAME, requestId, Optional.empty(), Optional.empty(), fault);
        RefusalReport report = new RefusalReport(session);
        if (trace.isPresent()) {
            report.refused(call);
            return;
        }
        report.refusedWithEvent(call);
    }

    private Optional<String> authorizationMessage(AwsFault fault) {
        return trace(fault)
                .map(AuthorizationMessage::of)
                .map(StsProvider.of(session).service(realm())::encodeAuthorizationMessage);
    }

    private static Optional<DecisionTrace> trace(AwsFault fault) {
        return fault.explanation().filter(DecisionTrace.class::isInstance).map(DecisionTrace.class::cast);
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
