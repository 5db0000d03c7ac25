package io.keypool.sts.keycloak.refusal;

import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call that a service refused.
 *
 * @param service as the log names it
 * @param action what the call asked for, where that could be read
 * @param accessKeyId with what the call says it is signed; not proven
 */
public record RefusedCall(
        String service, RequestId requestId, Optional<String> action, Optional<String> accessKeyId, AwsFault fault) {

    /** Whatever else stands where an action should is not repeated. */
    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9]{1,64}");

    public RefusedCall {
        action = action.filter(name -> ACTION.matcher(name).matches());
    }
}
