package io.keypool.sts.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.aws.query.QueryRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/**
 * STS and IAM at the host root, where AWS's Java SDK sends its Query calls whatever the path of its endpoint is.
 * {@link RootRoute} leads them here; whoever comes by this path directly meets the same checks.
 */
@Path(RootResource.PATH)
public final class RootResource {

    static final String PATH = "keypool-sts-root";

    /**
     * Carries from {@link RootRoute} the address that the client signed, undecoded: a request that is led elsewhere
     * arrives with another path and a decoded query.
     */
    static final String ADDRESS = "x-keypool-address";

    private static final byte[] NO_BODY = {};

    /** Version of an API to the id of its provider. */
    private static final Map<String, String> OTHERS = Map.of("2010-05-08", "iam");

    private final KeycloakSession session;

    public RootResource(@Context KeycloakSession session) {
        this.session = session;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response post(byte[] body) {
        return answer(body);
    }

    @GET
    public Response get() {
        return answer(NO_BODY);
    }

    @OPTIONS
    public Response preflight() {
        return BrowserAccess.preflight();
    }

    private Response answer(byte[] body) {
        ClientAddress address = address();
        RootRealms realms =
                new RootRealms(session, StsProvider.of(session).options().rootRealm());
        return other(address, body)
                .map(service -> service.answer(address, realms::ofSignature, body))
                .orElseGet(() -> new StsEndpoint(session, address, realms).answer(body));
    }

    /** The service that the call names by the version of its API; whatever names none is answered by STS. */
    private Optional<RootService> other(ClientAddress address, byte[] body) {
        try {
            return QueryRequest.parse(RequestReader.request(session, address, body))
                    .version()
                    .map(OTHERS::get)
                    .map(id -> (RootService) session.getProvider(RealmResourceProvider.class, id));
        } catch (AwsFault unreadable) {
            return Optional.empty();
        }
    }

    private ClientAddress address() {
        String led = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(ADDRESS);
        return led == null ? ClientAddress.of(session.getContext().getUri()) : ClientAddress.parse(led);
    }
}
