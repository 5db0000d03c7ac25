package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Set;

/**
 * What a call came to that names who somebody is, without the repeats of an SDK: a failure of the server shows, even
 * where a second attempt would succeed.
 */
record CallOutcome(int status, JsonNode body) {

    /** How a call may be refused whose logins are good. Source: contract §1.11, steps 6 and 7. */
    private static final Set<String> REFUSALS = Set.of("NotAuthorizedException", "ResourceConflictException");

    /** Only an identity, or a refusal that is by the contract. */
    static CallOutcome of(HttpResponse<String> answer) {
        CallOutcome outcome = new CallOutcome(answer.statusCode(), Admin.parse(answer.body()));
        if (!outcome.isSuccess()) {
            assertThat(outcome.status()).as(answer.body()).isEqualTo(400);
            assertThat(outcome.code()).as(answer.body()).isIn(REFUSALS);
        }
        return outcome;
    }

    boolean isSuccess() {
        return status == 200 && body.hasNonNull("IdentityId");
    }

    /** The identity that the server acknowledged. */
    String identity() {
        assertThat(isSuccess()).as(toString()).isTrue();
        return body.get("IdentityId").textValue();
    }

    String code() {
        return body.path("__type").asText();
    }
}
