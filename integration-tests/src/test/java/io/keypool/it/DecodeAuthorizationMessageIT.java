package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.InvalidAuthorizationMessageException;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * Why a gateway's client was denied, for those who may know. Source: STS API, DecodeAuthorizationMessage, with the
 * members of its example: {@code allowed}, {@code explicitDeny}, {@code matchedStatements}, {@code context}.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DecodeAuthorizationMessageIT {

    private static final String HEADER = "X-Keypool-Authorization-Message";

    private final Keypool keypool;
    private final StsClient operator;
    private final StsClient backend;
    private final WireAnswer denied;

    DecodeAuthorizationMessageIT(Keypool keypool) {
        this.keypool = keypool;
        this.operator = keypool.sts("demo", "demo-operator", "demo-operator-secret-0123456789");
        this.backend = keypool.sts("demo", "demo-backend", "demo-backend-secret-0123456789");
        this.denied = ask(GatewayRequest.of("POST", "http://localhost:8082", "/demo-public/a")
                .signed(keypool.credentials(keypool.newGuest()), "execute-api"));
    }

    @AfterAll
    void close() {
        operator.close();
        backend.close();
    }

    @Test
    void tellsWhatWasDenied() {
        assertThat(denied.status()).isEqualTo(403);

        String decoded = operator.decodeAuthorizationMessage(request -> request.encodedMessage(message()))
                .decodedMessage();

        JsonNode json = Admin.parse(decoded);
        assertThat(json.get("allowed").booleanValue()).isFalse();
        assertThat(json.get("explicitDeny").booleanValue()).isFalse();
        assertThat(json.at("/matchedStatements/items")).isEmpty();
        assertThat(json.at("/context/principal/arn").textValue())
                .isEqualTo("arn:aws:sts::000000000000:assumed-role/DemoGuest/CognitoIdentityCredentials");
        assertThat(json.at("/context/action").textValue()).isEqualTo("execute-api:Invoke");
        assertThat(json.at("/context/resource").textValue())
                .startsWith("arn:aws:execute-api:us-east-1:000000000000:")
                .endsWith("/POST/demo-public/a");
    }

    @Test
    void tellsThoseAloneWhoMayKnow() {
        assertThatThrownBy(() -> backend.decodeAuthorizationMessage(request -> request.encodedMessage(message())))
                .isInstanceOfSatisfying(
                        StsException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("AccessDenied"));
    }

    @Test
    void refusesWhatIsNoMessageOrWasChanged() {
        String changed = message().substring(0, message().length() - 4) + "AAAA";

        for (String encoded : new String[] {"nonsense", changed}) {
            assertThatThrownBy(() -> operator.decodeAuthorizationMessage(request -> request.encodedMessage(encoded)))
                    .isInstanceOf(InvalidAuthorizationMessageException.class);
        }
    }

    /** Nobody is denied who is nobody. */
    @Test
    void isNotSentToWhoDidNotSign() {
        WireAnswer unsigned = ask(GatewayRequest.of("GET", "http://localhost:8082", "/demo-public/a"));

        assertThat(unsigned.status()).isEqualTo(401);
        assertThat(unsigned.header(HEADER)).isEmpty();
    }

    private String message() {
        assertThat(denied.header(HEADER)).hasSize(1);
        return denied.header(HEADER).get(0);
    }

    private WireAnswer ask(GatewayRequest original) {
        return Gateway.FORWARD.question(original, "demo").send(keypool.url());
    }
}
