package io.keypool.identitypool.wire;

import io.keypool.identitypool.IdentityPools;
import java.util.Map;
import java.util.function.BiFunction;

/** The operations that nobody signs. */
final class OpenOperations {

    static final Map<String, BiFunction<IdentityPools, JsonRequest, JsonAnswer>> ALL = Map.of(
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

    private OpenOperations() {}
}
