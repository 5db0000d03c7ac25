package io.keypool.it;

import java.net.http.HttpResponse;
import java.util.Map;

/** A pool as one of the nodes serves it. */
record PoolAtNode(Keypool node, String poolId, RawHttp http) {

    PoolAtNode(Keypool node, String poolId) {
        this(node, poolId, new RawHttp());
    }

    CallOutcome guest() {
        return identity(Map.of());
    }

    /** GetId. */
    CallOutcome identity(Map<String, String> logins) {
        return call("GetId", Map.of("IdentityPoolId", poolId, "Logins", logins));
    }

    /** GetOpenIdToken, by somebody who names an identity. */
    CallOutcome identity(String identityId, Map<String, String> logins) {
        return call("GetOpenIdToken", Map.of("IdentityId", identityId, "Logins", logins));
    }

    boolean isThere() {
        return send("GetId", Map.of("IdentityPoolId", poolId)).statusCode() == 200;
    }

    private CallOutcome call(String operation, Map<String, ?> parameters) {
        return CallOutcome.of(send(operation, parameters));
    }

    private HttpResponse<String> send(String operation, Map<String, ?> parameters) {
        return http.json(
                node.identityPool("demo"), operation, Admin.tree(parameters).toString());
    }
}
