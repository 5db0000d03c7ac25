package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;

/** GetId of guests. Source: reference/aws-contract.md §1.2, §1.4, §1.5. */
@ExtendWith(KeypoolExtension.class)
final class GetIdIT {

    private final Keypool keypool;

    GetIdIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @Test
    void givesEveryGuestAnIdOfItsOwn() {
        String first = keypool.newGuest();
        String second = keypool.newGuest();

        assertThat(first).matches("us-east-1:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void refusesAnUnknownPool() {
        try (CognitoIdentityClient client = keypool.cognito()) {
            assertThatThrownBy(() -> client.getId(
                            request -> request.identityPoolId("us-east-1:00000000-0000-4000-8000-00000000dead")))
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining("IdentityPool 'us-east-1:00000000-0000-4000-8000-00000000dead' not found.");
        }
    }
}
