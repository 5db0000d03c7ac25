package io.keypool.sts.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import io.keypool.aws.query.QueryApi;
import io.keypool.aws.query.QueryRequest;
import io.keypool.aws.sigv4.Presented;
import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.sts.keycloak.refusal.RefusedCall;
import java.util.Optional;

/** Reads a refused Query call once more, for who wants to know why. What cannot be read is left out. */
final class RefusedQuery {

    private RefusedQuery() {}

    static RefusedCall call(QueryApi api, RequestId requestId, AwsFault fault, Optional<SignedHttpRequest> request) {
        return new RefusedCall(
                api.name(),
                requestId,
                request.flatMap(RefusedQuery::action),
                request.flatMap(RefusedQuery::accessKeyId),
                fault);
    }

    private static Optional<String> action(SignedHttpRequest request) {
        try {
            return QueryRequest.parse(request).find("Action");
        } catch (AwsFault unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> accessKeyId(SignedHttpRequest request) {
        return Presented.in(request) instanceof Presented.Signature signature
                ? Optional.of(signature.accessKeyId())
                : Optional.empty();
    }
}
