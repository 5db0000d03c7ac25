package io.keypool.sts.keycloak;

import io.keypool.aws.query.QueryFault;
import io.keypool.sts.wire.StsXml;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** Leads calls at the host root to STS and IAM, and gives every refusal at an address of STS the shape of STS. */
@Provider
@PreMatching
@Priority(OwnAddresses.FIRST)
public final class StsAddressFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private final OwnAddresses addresses = new OwnAddresses(
            "sts", Pattern.compile("/realms/[^/]+/sts(/.*)?|/" + RootResource.PATH), OwnAddresses.shape(StsXml.API));

    @Override
    public void filter(ContainerRequestContext request) {
        RootRoute.lead(request);
        addresses.hideForeignContentType(request);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        addresses.replace(request, response, QueryFault::ofStatus);
    }
}
