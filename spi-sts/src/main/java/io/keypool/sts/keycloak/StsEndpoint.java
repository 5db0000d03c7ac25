package io.keypool.sts.keycloak;

import io.keypool.aws.RequestId;
import io.keypool.aws.query.QueryFault;
import io.keypool.aws.query.QueryRequest;
import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.sts.AssumeRoleWithSamlRequest;
import io.keypool.sts.AssumeRoleWithWebIdentityRequest;
import io.keypool.sts.Caller;
import io.keypool.sts.SecurityTokenService;
import io.keypool.sts.wire.AssumeRoleReader;
import io.keypool.sts.wire.AssumeRoleWithSamlReader;
import io.keypool.sts.wire.AssumeRoleWithWebIdentityReader;
import io.keypool.sts.wire.StsXml;
import io.keypool.sts.wire.UserSessionReader;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The actions of STS, at a realm's address or at the host root. */
final class StsEndpoint {

    private static final Map<String, SignedCall> SIGNED = Map.of(
            "AssumeRole",
            (sts, caller, query, id) -> StsXml.assumeRole(sts.assumeRole(caller, AssumeRoleReader.read(query)), id),
            "DecodeAuthorizationMessage",
            (sts, caller, query, id) -> StsXml.decodeAuthorizationMessage(
                    sts.decodeAuthorizationMessage(caller, UserSessionReader.decodeAuthorizationMessage(query)), id),
            "GetAccessKeyInfo",
            (sts, caller, query, id) -> StsXml.getAccessKeyInfo(
                    sts.getAccessKeyInfo(caller, UserSessionReader.getAccessKeyInfo(query)), id),
            "GetCallerIdentity",
            (sts, caller, query, id) -> StsXml.getCallerIdentity(sts.getCallerIdentity(caller), id),
            "GetFederationToken",
            (sts, caller, query, id) -> StsXml.getFederationToken(
                    sts.getFederationToken(caller, UserSessionReader.getFederationToken(query)), id),
            "GetSessionToken",
            (sts, caller, query, id) ->
                    StsXml.getSessionToken(sts.getSessionToken(caller, UserSessionReader.getSessionToken(query)), id));

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
        if (action.equals("AssumeRoleWithWebIdentity")) {
            AssumeRoleWithWebIdentityRequest read = AssumeRoleWithWebIdentityReader.read(query);
            SecurityTokenService service = service(realm(read));
            return StsXml.assumeRoleWithWebIdentity(service.assumeRoleWithWebIdentity(read), requestId);
        }
        if (action.equals("AssumeRoleWithSAML")) {
            AssumeRoleWithSamlRequest read = AssumeRoleWithSamlReader.read(query);
            SecurityTokenService service = service(realms.ofAssertion(read.assertion()));
            return StsXml.assumeRoleWithSaml(service.assumeRoleWithSaml(read), requestId);
        }
        SignedCall signed = Optional.ofNullable(SIGNED.get(action))
                .orElseThrow(() -> QueryFault.invalidAction(action, StsXml.API.version()));
        SecurityTokenService service = service(realms.ofSignature(request));
        // Only who is proven learns what else is wrong with the call.
        return signed.answer(service, service.authenticate(request, StsXml.API.name()), query, requestId);
    }

    private RealmModel realm(AssumeRoleWithWebIdentityRequest request) {
        return request.providerId()
                .map(provider -> realms.ofProvider(provider.providerName()))
                .orElseGet(() -> realms.ofToken(request.webIdentityToken()));
    }

    private SecurityTokenService service(RealmModel realm) {
        QueryEndpoint.requireOpen(session, realm);
        return StsProvider.of(session).service(realm);
    }

    /** An action of somebody who signed. */
    @FunctionalInterface
    private interface SignedCall {
        String answer(SecurityTokenService service, Caller caller, QueryRequest query, RequestId requestId);
    }
}
