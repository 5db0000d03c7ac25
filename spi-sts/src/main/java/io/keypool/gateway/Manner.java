package io.keypool.gateway;

import io.keypool.aws.AwsFault;

/** The AWS service in whose manner a protected service refuses, since its clients understand no other. */
public enum Manner {

    /** {@code {"message": …}}, and the error's type in a header: Amazon API Gateway. */
    API_GATEWAY,

    /** An XML document: Amazon S3. */
    S3;

    /** A refusal of STS in the words of this service. */
    AwsFault translate(AwsFault fault) {
        return this == S3 ? S3Fault.of(fault) : ApiGatewayFault.of(fault);
    }
}
