package io.keypool.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.aws.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedHttpRequestTest {

    // RFC 9110, 5.1: field names are case-insensitive
    @Test
    void joinsHeadersThatDifferInCase() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("My-Header", List.of("1", "2"));
        headers.put("my-header", List.of("3"));

        assertThat(request(headers).header("my-header")).containsExactly("1", "2", "3");
    }

    // own: a value does not change after its checks
    @Test
    void copiesHeaders() {
        List<String> values = new ArrayList<>(List.of("1"));
        SignedHttpRequest request = request(Map.of("a", values));
        values.add("2");

        assertThat(request.header("a")).containsExactly("1");
    }

    // own: secrets stay out of logs
    @Test
    void printsOnlyMethodAndPath() {
        SignedHttpRequest request = new SignedHttpRequest(
                "GET", "/path", "X-Amz-Signature=s", Map.of("x-amz-security-token", List.of("t")), new byte[0]);

        assertThat(request).hasToString("GET /path");
    }

    // own
    @Test
    void printsNoSecret() {
        assertThat(new Secret("wJalr")).hasToString("***");
    }

    // own: anybody could sign with an empty secret
    @Test
    void refusesEmptySecret() {
        SignedHttpRequest request = Vanilla.with(Map.of());
        Presented.Signature signature = (Presented.Signature) Presented.in(request);

        assertThatThrownBy(() -> Vanilla.verifierAt(Vanilla.SIGNED_AT).verify(request, signature, new Secret("")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SignedHttpRequest request(Map<String, List<String>> headers) {
        return new SignedHttpRequest("GET", "/", "", headers, new byte[0]);
    }
}
