package io.keypool.identitypool.wire;

import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityPools;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The routing table: the operations that are served, and how each is read, called and written. */
public final class Operation {

    private static final Pattern TARGET = Pattern.compile("(?:[\\w.]+\\.)?AWSCognitoIdentityService\\.(\\w+)");
    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

    private static final Map<String, BiFunction<IdentityPools, JsonRequest, JsonAnswer>> OPERATIONS = Map.of(
            "GetId", (pools, request) -> JsonAnswer.of(pools.getId(Readers.getId(request))),
            "GetOpenIdToken", (pools, request) -> JsonAnswer.of(pools.getOpenIdToken(Readers.getOpenIdToken(request))),
            "GetCredentialsForIdentity",
                    (pools, request) ->
                            JsonAnswer.of(pools.getCredentialsForIdentity(Readers.getCredentialsForIdentity(request))),
            "UnlinkIdentity",
                    (pools, request) -> {
                        pools.unlinkIdentity(Readers.unlinkIdentity(request));
                        return JsonAnswer.empty();
                    });

    private final BiFunction<IdentityPools, JsonRequest, JsonAnswer> call;

    private Operation(BiFunction<IdentityPools, JsonRequest, JsonAnswer> call) {
        this.call = call;
    }

    /**
     * The operation that a request's headers name. AWS's own samples put a Java package before the service's name.
     *
     * @throws io.keypool.aws.AwsFault UnknownOperationException, for another content type too
     */
    public static Operation of(@Nullable String contentType, @Nullable String target) {
        Matcher matcher = TARGET.matcher(target == null ? "" : target);
        var call = matcher.matches() && isJson(contentType) ? OPERATIONS.get(matcher.group(1)) : null;
        if (call == null) {
            throw CognitoFault.unknownOperation();
        }
        return new Operation(call);
    }

    /** @throws io.keypool.aws.AwsFault whatever refuses the call */
    public byte[] call(IdentityPools pools, byte[] body) {
        return call.apply(pools, JsonRequest.parse(body)).bytes();
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT).equals(CONTENT_TYPE);
    }
}
