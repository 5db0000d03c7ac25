package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/**
 * How long credentials are still accepted at one node after they were ended at another.
 *
 * @param here where they are ended
 * @param there where they are used
 */
record RevocationReach(Keypool here, Keypool there, Admin admin, RawHttp http) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    RevocationReach(Keypool here, Keypool there) {
        this(here, there, here.admin(), new RawHttp());
    }

    /** Ends them by what a guest's session stems from. */
    Duration of(String kind) {
        String guest = here.newGuest();
        return measured(
                here.credentials(guest),
                credentials -> revoke(
                        switch (kind) {
                            case "role" -> Map.of("role", Keypool.GUEST_ROLE);
                            case "identityPool" -> Map.of("identityPool", Keypool.POOL_ID);
                            case "identity" -> Map.of("identity", guest);
                            default -> Map.of("session", credentials.accessKeyId());
                        }));
    }

    /** Ends them by ending the identity. */
    Duration ofDisabling() {
        String guest = here.newGuest();
        return measured(
                here.credentials(guest),
                credentials ->
                        assertDone(admin.post("/demo/identity-pools/identities/" + guest + "/disable", Map.of())));
    }

    private void revoke(Map<String, String> what) {
        assertDone(admin.post("/demo/sts/revocations", what));
    }

    private static void assertDone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204);
    }

    /** From the administrator's answer to the first call that is refused. */
    private Duration measured(Credentials credentials, Consumer<Credentials> end) {
        assertThat(call(there, credentials)).isEqualTo(200);
        end.accept(credentials);
        long ended = System.nanoTime();
        assertThat(call(here, credentials)).as("at the node itself").isEqualTo(403);
        while (true) {
            Duration passed = Duration.ofNanos(System.nanoTime() - ended);
            if (call(there, credentials) == 403) {
                return passed;
            }
            assertThat(passed).isLessThan(PATIENCE);
        }
    }

    private int call(Keypool node, Credentials credentials) {
        return SdkSigner.of(credentials).post(node.sts("demo")).send(http).statusCode();
    }
}
