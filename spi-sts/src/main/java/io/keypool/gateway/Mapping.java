package io.keypool.gateway;

import io.keypool.aws.sigv4.SignedPath;

/**
 * How the requests to a protected service become an action and a resource. Whatever the gateway or the service behind
 * it might read in another way than we do is not mapped.
 */
public abstract sealed class Mapping permits ExecuteApiMapping, S3Mapping {

    Mapping() {}

    /** How the service's clients sign its paths. */
    abstract SignedPath signedPath();

    /** In whose manner the service refuses. */
    public abstract Manner manner();

    /** Whether a body of such a request could mean anything to the service. */
    abstract boolean readsBody(String method);

    abstract Mapped map(OriginalRequest request);
}
