package io.keypool.iam.keycloak;

import io.keypool.aws.RequestId;
import io.keypool.aws.query.QueryRequest;
import io.keypool.aws.sigv4.AcceptedRegions;
import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.aws.sigv4.SigningProfile;
import io.keypool.iam.wire.IamActions;
import io.keypool.iam.wire.IamActions.IamCall;
import io.keypool.iam.wire.IamXml;
import io.keypool.sts.Caller;
import io.keypool.sts.keycloak.ClientAddress;
import io.keypool.sts.keycloak.QueryEndpoint;
import io.keypool.sts.keycloak.StsProvider;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The actions of IAM, at a realm's address or at the host root. All of them are signed. */
final class IamEndpoint {

    /** IAM is in no region; whose endpoint is set by hand signs for the region of the client. */
    private static final SigningProfile PROFILE = SigningProfile.common(IamXml.API.name(), AcceptedRegions.any());

    private final KeycloakSession session;
    private final ClientAddress address;
    private final Function<SignedHttpRequest, RealmModel> realms;

    IamEndpoint(KeycloakSession session, ClientAddress address, Function<SignedHttpRequest, RealmModel> realms) {
        this.session = session;
        this.address = address;
        this.realms = realms;
    }

    Response answer(byte[] body) {
        return new QueryEndpoint(session, IamXml.API, address).answer(body, this::call);
    }

    private String call(SignedHttpRequest request, QueryRequest query, RequestId requestId) {
        IamCall call = IamActions.call(query);
        RealmModel realm = realms.apply(request);
        QueryEndpoint.requireOpen(session, realm);
        Caller caller = StsProvider.of(session).service(realm).authenticate(request, PROFILE);
        return call.answer(RealmIam.of(session, realm, new CallerAuthorizer(caller)), requestId);
    }
}
