package io.keypool.sts.keycloak;

import io.keypool.aws.RequestId;
import jakarta.ws.rs.core.Response;

/**
 * The CORS headers that AWS's browser SDKs need. Any origin may call: no cookie is read, and what a caller may do is in
 * its tokens and signatures.
 */
public final class BrowserAccess {

    private static final String ALLOWED_METHODS = "POST, GET, OPTIONS";

    /** Named one by one: a wildcard does not cover {@code Authorization} (Fetch standard). */
    private static final String ALLOWED_HEADERS = "authorization, content-type, cache-control, x-amz-target, x-amz-date,"
            + " x-amz-security-token, x-amz-user-agent, x-amz-content-sha256, amz-sdk-invocation-id, amz-sdk-request";

    /** {@code Date} is how the JavaScript SDK notices that its clock is wrong. */
    private static final String EXPOSED_HEADERS = RequestId.HEADER + ", x-amzn-ErrorType, x-amzn-ErrorMessage, Date";

    private static final int TWO_DAYS = 172_800;

    private BrowserAccess() {}

    /** The answer to a preflight request. */
    public static Response preflight() {
        return allow(Response.noContent())
                .header("Access-Control-Allow-Methods", ALLOWED_METHODS)
                .header("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                .header("Access-Control-Max-Age", TWO_DAYS)
                .build();
    }

    /** Lets a page read the answer. */
    public static Response.ResponseBuilder allow(Response.ResponseBuilder response) {
        return response.header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", EXPOSED_HEADERS);
    }
}
