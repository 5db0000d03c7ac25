package io.keypool.identitypool.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import io.keypool.identitypool.wire.JsonAnswer;
import io.keypool.sts.keycloak.BrowserAccess;
import jakarta.ws.rs.core.Response;

/** An answer in AWS JSON 1.1 with the headers that AWS sends along. */
final class JsonResponse {

    private static final String JSON = "application/x-amz-json-1.1";

    private JsonResponse() {}

    static Response.ResponseBuilder of(int status, byte[] json, RequestId requestId) {
        return BrowserAccess.allow(Response.status(status).type(JSON).entity(json))
                .header(RequestId.HEADER, requestId.value());
    }

    /** Some clients read the code from the header, some from the body. */
    static Response of(AwsFault fault, RequestId requestId) {
        return of(fault.httpStatus(), JsonAnswer.of(fault).bytes(), requestId)
                .header("x-amzn-ErrorType", fault.code() + ":")
                .build();
    }
}
