package io.keypool.sts.keycloak;

import io.keypool.aws.RequestId;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The CORS headers that AWS's browser SDKs need. Any origin may call: no cookie is read, and what a caller may do is in
 * its tokens and signatures.
 */
public final class BrowserAccess {

    private static final String ALLOWED_METHODS = "POST, GET, OPTIONS";

    /** Named one by one: a wildcard does not cover {@code Authorization} (Fetch standard). */
    private static final String ALLOWED_HEADERS =
            "authorization, content-type, cache-control, x-amz-target, x-amz-date,"
                    + " x-amz-security-token, x-amz-user-agent, x-amz-content-sha256, amz-sdk-invocation-id, amz-sdk-request";

    /** {@code Date} is how the JavaScript SDK notices that its clock is wrong. */
    private static final String EXPOSED_HEADERS = RequestId.HEADER + ", x-amzn-ErrorType, x-amzn-ErrorMessage, Date";

    private static final int TWO_DAYS = 172_800;

    /** RFC 9110, 5.6.7: IMF-fixdate. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private BrowserAccess() {}

    /** The answer to a preflight request. */
    public static Response preflight() {
        return allow(Response.noContent())
                .header("Access-Control-Allow-Methods", ALLOWED_METHODS)
                .header("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                .header("Access-Control-Max-Age", TWO_DAYS)
                .build();
    }

    /** Lets a page read the answer, and its client know our time. */
    public static Response.ResponseBuilder allow(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.DATE, HTTP_DATE.format(new KeycloakClock().instant()))
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", EXPOSED_HEADERS);
    }
}
