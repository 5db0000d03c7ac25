package io.keypool.sts.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.sts.StsFault;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** Gives every refusal at an address of STS the shape of STS. */
@Provider
public final class StsAnswerFilter implements ContainerResponseFilter {

    private static final int SERVER_ERROR = 500;

    private final ForeignAnswers answers =
            new ForeignAnswers(Pattern.compile("/realms/[^/]+/sts/?|/" + RootResource.PATH), XmlAnswer::of);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        answers.replace(request, response, StsAnswerFilter::fault);
    }

    private static AwsFault fault(int status) {
        return status >= SERVER_ERROR ? StsFault.internalFailure() : StsFault.notServed();
    }
}
