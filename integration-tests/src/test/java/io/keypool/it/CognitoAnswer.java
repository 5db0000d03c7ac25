package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;

/** What every answer of Cognito Identity looks like as a whole. Source: reference/aws-contract.md §2.2, §2.3. */
final class CognitoAnswer {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private CognitoAnswer() {}

    /** The members of a success. */
    static JsonNode success(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertHeaders(answer);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).isEmpty();
        return Admin.parse(answer.body());
    }

    /** A refusal: status 400, and the code in the header and in the body. */
    static void assertRefused(HttpResponse<String> answer, String code, String message) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertHeaders(answer);
        assertThat(answer.headers().allValues("x-amzn-ErrorType")).containsExactly(code + ":");
        assertThat(Admin.parse(answer.body()))
                .as(answer.body())
                .isEqualTo(Admin.tree(Map.of("__type", code, "message", message)));
    }

    /** As {@link #assertRefused(HttpResponse, String, String)}, where the text tells of the call; it is returned. */
    static String assertRefused(HttpResponse<String> answer, String code) {
        String message = Admin.parse(answer.body()).path("message").asText();
        assertRefused(answer, code, message);
        return message;
    }

    private static void assertHeaders(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/x-amz-json-1.1");
        assertThat(answer.headers().allValues("x-amzn-RequestId"))
                .singleElement()
                .asString()
                .matches(UUID);
    }
}
