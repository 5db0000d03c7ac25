package io.keypool.iam.keycloak;

import io.keypool.aws.query.QueryFault;
import io.keypool.iam.wire.IamXml;
import io.keypool.sts.keycloak.OwnAddresses;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** Gives every refusal at an address of IAM the shape of IAM. */
@Provider
@PreMatching
@Priority(OwnAddresses.FIRST)
public final class IamAddressFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private final OwnAddresses addresses = new OwnAddresses(
            IamXml.API.name(), Pattern.compile("/realms/[^/]+/iam(/.*)?"), OwnAddresses.shape(IamXml.API));

    @Override
    public void filter(ContainerRequestContext request) {
        addresses.hideForeignContentType(request);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        addresses.replace(request, response, QueryFault::ofStatus);
    }
}
