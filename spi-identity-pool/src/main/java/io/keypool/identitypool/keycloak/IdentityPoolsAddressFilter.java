package io.keypool.identitypool.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.identitypool.CognitoFault;
import io.keypool.sts.keycloak.OwnAddresses;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * Gives every refusal at an address of the identity pools the shape of Cognito Identity; what is for users of the realm
 * itself stays in Keycloak's.
 */
@Provider
@PreMatching
@Priority(OwnAddresses.FIRST)
public final class IdentityPoolsAddressFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final int SERVER_ERROR = 500;

    private final OwnAddresses addresses = new OwnAddresses(
            "identity-pool", Pattern.compile("/realms/[^/]+/identity-pool(?!/account(/|$))(/.*)?"), JsonResponse::of);

    @Override
    public void filter(ContainerRequestContext request) {
        addresses.hideForeignContentType(request);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        addresses.replace(request, response, IdentityPoolsAddressFilter::fault);
    }

    private static AwsFault fault(int status) {
        return status >= SERVER_ERROR ? CognitoFault.internalError() : CognitoFault.unknownOperation();
    }
}
