package io.keypool.sts.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.sts.StsFault;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** Leads calls at the host root to STS, and gives every refusal at an address of STS the shape of STS. */
@Provider
@PreMatching
@Priority(OwnAddresses.FIRST)
public final class StsAddressFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final int SERVER_ERROR = 500;

    private final OwnAddresses addresses =
            new OwnAddresses("sts", Pattern.compile("/realms/[^/]+/sts(/.*)?|/" + RootResource.PATH), XmlAnswer::of);

    @Override
    public void filter(ContainerRequestContext request) {
        RootRoute.lead(request);
        addresses.hideForeignContentType(request);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        addresses.replace(request, response, StsAddressFilter::fault);
    }

    private static AwsFault fault(int status) {
        return status >= SERVER_ERROR ? StsFault.internalFailure() : StsFault.notServed();
    }
}
