package io.keypool.sts.keycloak;

import io.keypool.aws.RequestId;
import io.keypool.aws.query.QueryFault;
import io.keypool.aws.query.QueryRequest;
import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.sts.AssumeRoleWithWebIdentityRequest;
import io.keypool.sts.SecurityTokenService;
import io.keypool.sts.wire.AssumeRoleWithWebIdentityReader;
import io.keypool.sts.wire.StsXml;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The actions of STS, at a realm's address or at the host root. */
final class StsEndpoint {

    private final KeycloakSession session;
    private final ClientAddress address;
    private final RealmSource realms;

    StsEndpoint(KeycloakSession session, ClientAddress address, RealmSource realms) {
        this.session = session;
        this.address = address;
        this.realms = realms;
    }

    Response answer(byte[] body) {
        return new QueryEndpoint(session, StsXml.API, address).answer(body, this::call);
    }

    private String call(SignedHttpRequest request, QueryRequest query, RequestId requestId) {
        String action = query.action(StsXml.API);
        return switch (action) {
            case "AssumeRoleWithWebIdentity" -> assumeRoleWithWebIdentity(query, requestId);
            case "GetCallerIdentity" -> getCallerIdentity(request, requestId);
            default -> throw QueryFault.invalidAction(action, StsXml.API.version());
        };
    }

    private String assumeRoleWithWebIdentity(QueryRequest query, RequestId requestId) {
        AssumeRoleWithWebIdentityRequest request = AssumeRoleWithWebIdentityReader.read(query);
        SecurityTokenService service = service(realms.ofToken(request.webIdentityToken()));
        return StsXml.assumeRoleWithWebIdentity(service.assumeRoleWithWebIdentity(request), requestId);
    }

    private String getCallerIdentity(SignedHttpRequest request, RequestId requestId) {
        SecurityTokenService service = service(realms.ofSignature(request));
        return StsXml.getCallerIdentity(
                service.getCallerIdentity(service.authenticate(request, StsXml.API.name())), requestId);
    }

    private SecurityTokenService service(RealmModel realm) {
        QueryEndpoint.requireOpen(session, realm);
        return StsProvider.of(session).service(realm);
    }
}
