package io.keypool.sts.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import io.keypool.aws.query.QueryApi;
import io.keypool.aws.query.QueryFault;
import io.keypool.aws.query.QueryRequest;
import io.keypool.aws.sigv4.SignedHttpRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** One request of a Query service from bytes to answer. Whatever happens, the answer has the shape of the service. */
public final class QueryEndpoint {

    /** A SAML assertion of 100,000 characters, the longest parameter, with every character escaped. */
    private static final int BODY_LIMIT = 512 * 1024;

    private final KeycloakSession session;
    private final QueryApi api;
    private final ClientAddress address;

    public QueryEndpoint(KeycloakSession session, QueryApi api, ClientAddress address) {
        this.session = session;
        this.api = api;
        this.address = address;
    }

    /** What a service does with a request that could be read. */
    @FunctionalInterface
    public interface Calls {

        /**
         * The answer in XML.
         *
         * @throws AwsFault for a call that is refused
         */
        String answer(SignedHttpRequest request, QueryRequest query, RequestId requestId);
    }

    public Response answer(byte[] body, Calls calls) {
        RequestId requestId = RequestId.random();
        try {
            return XmlAnswer.of(Response.Status.OK.getStatusCode(), call(body, calls, requestId), requestId);
        } catch (AwsFault fault) {
            return refused(body, requestId, fault);
        } catch (RuntimeException failure) {
            RequestLog.failed(api.name(), failure, requestId);
            return refuse(QueryFault.internalFailure(), requestId);
        }
    }

    private String call(byte[] body, Calls calls, RequestId requestId) {
        if (body.length > BODY_LIMIT) {
            throw QueryFault.tooLarge(BODY_LIMIT);
        }
        SignedHttpRequest request = RequestReader.request(session, address, body);
        return calls.answer(request, QueryRequest.parse(request), requestId);
    }

    private Response refused(byte[] body, RequestId requestId, AwsFault fault) {
        Optional<SignedHttpRequest> request = body.length > BODY_LIMIT
                ? Optional.empty()
                : Optional.of(RequestReader.request(session, address, body));
        new RefusalReport(session).refused(RefusedQuery.call(api, requestId, fault, request));
        return refuse(fault, requestId);
    }

    private Response refuse(AwsFault fault, RequestId requestId) {
        session.getTransactionManager().setRollbackOnly();
        return XmlAnswer.of(api, fault, requestId);
    }

    /** @throws AwsFault AccessDenied when the realm does not answer this request */
    public static void requireOpen(KeycloakSession session, RealmModel realm) {
        RealmGate.closed(session, realm).ifPresent(reason -> {
            throw QueryFault.realmClosed(reason);
        });
    }
}
