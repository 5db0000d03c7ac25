package io.keypool.gateway;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.aws.sigv4.SignedPath;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An HTTP API as Amazon API Gateway has them: to call it is {@code execute-api:Invoke}, and method and path stand in
 * the resource.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html">API
 *     Gateway, Control access for invoking an API</a>
 */
public final class ExecuteApiMapping extends Mapping {

    public static final String SERVICE = "execute-api";
    public static final String DEFAULT_STAGE = "$default";

    private static final Pattern API = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final Pattern STAGE = Pattern.compile("[A-Za-z0-9_$-]{1,128}");

    private final String region;
    private final AccountId account;
    private final String stageOfApi;

    /**
     * @param region as in the resource; a client does not choose it
     * @throws IllegalArgumentException for names that no resource could hold
     */
    public ExecuteApiMapping(String region, AccountId account, String apiId, String stage) {
        if (!API.matcher(apiId).matches() || !STAGE.matcher(stage).matches()) {
            throw new IllegalArgumentException("apiId and stage have letters, digits, - and _ only");
        }
        this.region = region;
        this.account = account;
        this.stageOfApi = apiId + "/" + stage + "/";
    }

    @Override
    SignedPath signedPath() {
        return SignedPath.NORMALIZED;
    }

    @Override
    public Manner manner() {
        return Manner.API_GATEWAY;
    }

    @Override
    boolean readsBody(String method) {
        return true;
    }

    @Override
    Mapped map(OriginalRequest request) {
        if (request.target().rawPath().contains("%2F")
                || request.target().rawPath().contains("%2f")) {
            return new Mapped.Unmapped("the path has an encoded slash");
        }
        PlainPath.Read read = PlainPath.read(request.target().rawPath());
        if (read instanceof PlainPath.Read.Ambiguous ambiguous) {
            return new Mapped.Unmapped(ambiguous.reason());
        }
        String path = ((PlainPath.Read.Plain) read).path().text();
        Arn resource = new Arn("aws", SERVICE, region, account.value(), stageOfApi + request.method() + path);
        return new Mapped.Asked("execute-api:Invoke", resource.toString(), Map.of());
    }
}
