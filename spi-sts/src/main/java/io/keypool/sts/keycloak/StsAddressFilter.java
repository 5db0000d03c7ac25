package io.keypool.sts.keycloak;

import io.keypool.aws.query.QueryFault;
import io.keypool.gateway.ApiGatewayFault;
import io.keypool.gateway.Manner;
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
            "sts",
            Pattern.compile("/realms/[^/]+/sts(/(?!authorize(/|$)).*)?|/" + RootResource.PATH),
            OwnAddresses.shape(StsXml.API));

    private final OwnAddresses ofGateways = new OwnAddresses(
            AuthorizeEndpoint.NAME,
            QuestionReader.ADDRESS,
            (fault, requestId) -> AuthorizeAnswer.refuse(Manner.API_GATEWAY, fault, requestId));

    @Override
    public void filter(ContainerRequestContext request) {
        RootRoute.lead(request);
        addresses.hideForeignContentType(request);
        if (ofGateways.matches(request)) {
            QuestionReader.keepContentType(request);
            ofGateways.hideForeignContentType(request);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        addresses.replace(request, response, QueryFault::ofStatus);
        ofGateways.replace(request, response, ApiGatewayFault::ofStatus);
    }
}
