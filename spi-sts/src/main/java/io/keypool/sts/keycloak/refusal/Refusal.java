package io.keypool.sts.keycloak.refusal;

import io.keypool.policy.DecisionTrace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refused call as administrators see it, in the names of the admin REST. Long texts are cut.
 *
 * @param time in milliseconds of Unix time
 * @param accessKeyId with what the call says it is signed; not proven
 * @param code and message as the caller was told
 * @param cause what the caller was not told
 * @param decision of policies, where they refused
 */
public record Refusal(
        String requestId,
        long time,
        String service,
        @Nullable String action,
        @Nullable String accessKeyId,
        String code,
        String message,
        @Nullable String cause,
        @Nullable PolicyDecision decision) {

    static Refusal of(RefusedCall call, Instant time) {
        Excerpt excerpt = new Excerpt();
        return new Refusal(
                call.requestId().value(),
                time.toEpochMilli(),
                call.service(),
                call.action().orElse(null),
                call.accessKeyId().map(excerpt::of).orElse(null),
                call.fault().code(),
                excerpt.of(call.fault().message()),
                call.fault().detail().map(excerpt::of).orElse(null),
                call.fault()
                        .explanation()
                        .filter(DecisionTrace.class::isInstance)
                        .map(DecisionTrace.class::cast)
                        .map(trace -> PolicyDecision.of(trace, excerpt))
                        .orElse(null));
    }
}
