package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What STS leaves to Keycloak at the host root: whatever a browser asks for there.
 *
 * <p>Source: reference/aws-contract.md §4.1 (a call is a POST of a form, or a GET with Action) and Keycloak's own
 * WelcomeResource, which redirects or shows its page, and reads the form that makes the first administrator.
 */
@ExtendWith(KeypoolExtension.class)
final class HostRootIT {

    private static final String FORM = "username=a&password=b&passwordConfirmation=b&stateChecker=c";

    private final Keypool keypool;

    HostRootIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?", "/?Version=2011-06-15", "/?action=GetCallerIdentity"})
    void leavesTheWelcomePageToKeycloak(String target) {
        WireAnswer browser = send(WireRequest.of("GET", target).header("Accept", "text/html,*/*;q=0.8"));
        WireAnswer client = send(WireRequest.of("GET", target));

        assertKeycloaks(browser);
        assertKeycloaks(client);
        assertThat(browser.status()).isBetween(200, 399);
    }

    @Test
    void leavesTheFormOfTheWelcomePageToKeycloak() {
        assertKeycloaks(send(WireRequest.sts("/", FORM).header("Accept", "text/html,application/xhtml+xml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "PUT", "DELETE", "PATCH"})
    void leavesEveryOtherMethodToKeycloak(String method) {
        assertKeycloaks(send(WireRequest.of(method, "/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/", "/realms/master", "/realms/demo/.well-known/openid-configuration", "/nothing"})
    void leavesEveryOtherAddressToKeycloak(String target) {
        assertKeycloaks(send(WireRequest.of("GET", target + "?Action=GetCallerIdentity&Version=2011-06-15")));
        assertKeycloaks(send(WireRequest.sts(target, "Action=GetCallerIdentity&Version=2011-06-15")));
    }

    private WireAnswer send(WireRequest request) {
        return request.send(keypool.url());
    }

    private static void assertKeycloaks(WireAnswer answer) {
        assertThat(answer.header("x-amzn-RequestId")).as(answer.body()).isEmpty();
        assertThat(answer.body()).doesNotContain("sts.amazonaws.com");
        assertThat(answer.status()).isNotEqualTo(500);
    }
}
