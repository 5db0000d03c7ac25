package io.keypool.iam.keycloak;

import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.sts.keycloak.ClientAddress;
import io.keypool.sts.keycloak.RootService;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;

/** IAM for a session: the resource at {@code /realms/{realm}/iam}, and the calls that come by the host root. */
public final class IamProvider implements RealmResourceProvider, RootService {

    private final KeycloakSession session;

    IamProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        RealmModel realm = session.getContext().getRealm();
        ClientAddress address = ClientAddress.of(session.getContext().getUri());
        return new IamCalls(new IamEndpoint(session, address, request -> realm));
    }

    @Override
    public Response answer(ClientAddress address, Function<SignedHttpRequest, RealmModel> realms, byte[] body) {
        return new IamEndpoint(session, address, realms).answer(body);
    }

    @Override
    public void close() {}
}
