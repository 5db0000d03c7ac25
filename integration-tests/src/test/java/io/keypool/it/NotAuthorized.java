package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;

/** What an SDK is told of a call whose logins prove nothing, or not enough. */
final class NotAuthorized {

    private NotAuthorized() {}

    /** Fails unless the call is refused in those words. */
    static void assertRefused(ThrowingCallable call, String message) {
        assertThat(message(call)).isEqualTo(message);
    }

    /** In which words the call is refused. */
    static String message(ThrowingCallable call) {
        NotAuthorizedException refusal = catchThrowableOfType(NotAuthorizedException.class, call);
        assertThat(refusal).as("refused").isNotNull();
        return refusal.awsErrorDetails().errorMessage();
    }
}
