package io.keypool.sts.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.sts.AssumeRoleWithWebIdentityRequest;
import io.keypool.sts.SecurityTokenService;
import io.keypool.sts.StsFault;
import io.keypool.sts.wire.AssumeRoleWithWebIdentityReader;
import io.keypool.sts.wire.QueryRequest;
import io.keypool.sts.wire.StsXml;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** One STS request from bytes to answer. Whatever happens, the answer has the shape of the service. */
final class StsEndpoint {

    private static final String SERVICE = "sts";

    /** A SAML assertion of 100,000 characters, the longest parameter, with every character escaped. */
    private static final int BODY_LIMIT = 512 * 1024;

    private final KeycloakSession session;
    private final ClientAddress address;
    private final RealmSource realms;

    StsEndpoint(KeycloakSession session, ClientAddress address, RealmSource realms) {
        this.session = session;
        this.address = address;
        this.realms = realms;
    }

    Response answer(byte[] body) {
        RequestId requestId = RequestId.random();
        try {
            return XmlAnswer.of(Response.Status.OK.getStatusCode(), call(body, requestId), requestId);
        } catch (AwsFault fault) {
            RequestLog.refused(SERVICE, fault, requestId);
            return refuse(fault, requestId);
        } catch (RuntimeException failure) {
            RequestLog.failed(SERVICE, failure, requestId);
            return refuse(StsFault.internalFailure(), requestId);
        }
    }

    private Response refuse(AwsFault fault, RequestId requestId) {
        session.getTransactionManager().setRollbackOnly();
        return XmlAnswer.of(fault, requestId);
    }

    private String call(byte[] body, RequestId requestId) {
        if (body.length > BODY_LIMIT) {
            throw StsFault.tooLarge(BODY_LIMIT);
        }
        SignedHttpRequest request = RequestReader.request(session, address, body);
        QueryRequest query = QueryRequest.parse(request);
        String action = query.action();
        return switch (action) {
            case "AssumeRoleWithWebIdentity" -> assumeRoleWithWebIdentity(query, requestId);
            case "GetCallerIdentity" -> getCallerIdentity(request, requestId);
            default -> throw StsFault.invalidAction(action, QueryRequest.VERSION);
        };
    }

    private String assumeRoleWithWebIdentity(QueryRequest query, RequestId requestId) {
        AssumeRoleWithWebIdentityRequest request = AssumeRoleWithWebIdentityReader.read(query);
        SecurityTokenService service = service(realms.ofToken(request.webIdentityToken()));
        return StsXml.assumeRoleWithWebIdentity(service.assumeRoleWithWebIdentity(request), requestId);
    }

    private String getCallerIdentity(SignedHttpRequest request, RequestId requestId) {
        SecurityTokenService service = service(realms.ofSignature(request));
        return StsXml.getCallerIdentity(service.getCallerIdentity(service.authenticate(request, SERVICE)), requestId);
    }

    private SecurityTokenService service(RealmModel realm) {
        RealmGate.closed(session, realm).ifPresent(reason -> {
            throw StsFault.realmClosed(reason);
        });
        return StsProvider.of(session).service(realm);
    }
}
