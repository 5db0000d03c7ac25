package io.keypool.identitypool.wire;

import io.keypool.identitypool.IdentityPools;
import java.util.Map;
import java.util.function.BiFunction;

/** The operations that nobody signs. */
final class OpenOperations {

    static final Map<String, BiFunction<IdentityPools, JsonMembers, JsonAnswer>> ALL = Map.of(
            "GetId", (pools, members) -> JsonAnswer.of(pools.getId(Readers.getId(members))),
            "GetOpenIdToken", (pools, members) -> JsonAnswer.of(pools.getOpenIdToken(Readers.getOpenIdToken(members))),
            "GetCredentialsForIdentity",
                    (pools, members) ->
                            JsonAnswer.of(pools.getCredentialsForIdentity(Readers.getCredentialsForIdentity(members))),
            "UnlinkIdentity",
                    (pools, members) -> {
                        pools.unlinkIdentity(Readers.unlinkIdentity(members));
                        return JsonAnswer.silence();
                    });

    private OpenOperations() {}
}
