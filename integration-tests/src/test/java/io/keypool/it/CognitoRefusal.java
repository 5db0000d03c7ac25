package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityException;

/** What an SDK is told of a refused call of Cognito Identity. */
final class CognitoRefusal {

    private CognitoRefusal() {}

    /** Fails unless the call is refused with that code, in those words, as the client's fault. */
    static void assertRefused(ThrowingCallable call, String code, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CognitoIdentityException.class,
                        refusal -> assertThat(List.of(
                                        refusal.awsErrorDetails().errorCode(),
                                        refusal.awsErrorDetails().errorMessage(),
                                        refusal.statusCode()))
                                .containsExactly(code, message, 400));
    }
}
