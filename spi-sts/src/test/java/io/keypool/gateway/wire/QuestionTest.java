package io.keypool.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.aws.AwsFault;
import io.keypool.aws.sigv4.RequestBody;
import io.keypool.gateway.OriginalRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source of the headers: the documentation of the gateways, as docs/gateways.md has it. */
final class QuestionTest {

    private static final Map<String, String> NGINX = Map.of(
            "x-original-method", "PUT",
            "x-original-host", "api.example.com",
            "x-original-uri", "/a/b?c=d",
            "x-original-proto", "https",
            "x-real-ip", "192.0.2.1");

    private static final Map<String, String> FORWARD = Map.of(
            "x-forwarded-method", "PUT",
            "x-forwarded-host", "api.example.com",
            "x-forwarded-uri", "/a/b?c=d",
            "x-forwarded-proto", "https",
            "x-forwarded-for", "203.0.113.9, 192.0.2.1");

    private static final Map<String, String> ENVOY = Map.of(
            "host", "api.example.com",
            "x-forwarded-proto", "https",
            "x-forwarded-for", "192.0.2.1");

    @Test
    void nginxTellsByTheHeadersThatItsConfigurationSets() {
        assertThatItIsTheOriginal(question("GET", "/nginx", "", NGINX));
    }

    @Test
    void caddyAndTraefikTellByForwardedHeaders() {
        assertThatItIsTheOriginal(question("GET", "/forward", "", FORWARD));
    }

    @Test
    void envoyTellsByTheQuestionItself() {
        assertThatItIsTheOriginal(question("PUT", "/envoy/a/b", "c=d", ENVOY));
    }

    @Test
    void theRootOfAnEnvoyIsASlash() {
        assertThat(question("GET", "/envoy/", "", ENVOY).original().target().rawPath())
                .isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({
        "/nginx, x-original-method",
        "/nginx, x-original-host",
        "/nginx, x-original-uri",
        "/nginx, x-original-proto",
        "/nginx, x-real-ip",
        "/forward, x-forwarded-method",
        "/forward, x-forwarded-host",
        "/forward, x-forwarded-uri",
        "/forward, x-forwarded-proto",
        "/forward, x-forwarded-for",
        "/envoy/, host",
        "/envoy/, x-forwarded-proto",
        "/envoy/, x-forwarded-for"
    })
    void aGatewayThatDoesNotTellAllIsAnsweredNo(String address, String header) {
        Map<String, List<String>> headers = lists(headersOf(address));
        headers.remove(header);
        assertRefused(new Question("GET", address, "", headers, RequestBody.unavailable()));

        headers.put(header, List.of(""));
        assertRefused(new Question("GET", address, "", headers, RequestBody.unavailable()));
    }

    @ParameterizedTest
    @CsvSource({
        "/nginx, x-original-host",
        "/nginx, x-original-uri",
        "/forward, x-forwarded-method",
        "/forward, x-forwarded-uri",
        "/envoy/, host"
    })
    void whatIsToldTwiceIsNotTold(String address, String header) {
        Map<String, List<String>> headers = lists(headersOf(address));
        headers.put(header, List.of(headersOf(address).get(header), "/"));

        assertRefused(new Question("GET", address, "", headers, RequestBody.unavailable()));
    }

    @ParameterizedTest
    @CsvSource({
        "x-original-method, get",
        "x-original-host, a b",
        "x-original-host, user@example.com",
        "x-original-host, example.com/",
        "x-original-uri, a",
        "x-original-uri, http://other.example.com/",
        "x-original-proto, ftp",
        "x-real-ip, unknown",
        "x-real-ip, 192.0.2.1:80"
    })
    void whatNoRequestCanBeIsAnsweredNo(String header, String value) {
        Map<String, List<String>> headers = lists(NGINX);
        headers.put(header, List.of(value));

        assertRefused(new Question("GET", "/nginx", "", headers, RequestBody.unavailable()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/nginx/", "/nginx/a", "/forward/", "/envoy", "/envoyage", "/NGINX", "/caddy"})
    void noOtherAddressIsAGateways(String address) {
        Map<String, String> all = new HashMap<>(NGINX);
        all.putAll(FORWARD);
        all.putAll(ENVOY);

        assertRefused(question("GET", address, "", all));
    }

    @Test
    void aClientDoesNotChooseTheDialect() {
        Map<String, String> forged = new HashMap<>(FORWARD);
        NGINX.keySet().forEach(name -> forged.put(name, "/forged"));

        assertThatItIsTheOriginal(question("GET", "/forward", "", forged));
    }

    /** Keycloak prepends it to the path when it trusts the gateway as a proxy. */
    @ParameterizedTest
    @ValueSource(strings = {"/nginx", "/forward", "/envoy/"})
    void noPartOfThePathComesByAHeader(String address) {
        Map<String, String> headers = new HashMap<>(headersOf(address));
        headers.put("x-forwarded-prefix", "/realms/demo/sts/authorize/envoy/demo-public");

        assertRefused(question("GET", address, "", headers));
    }

    @Test
    void theLengthIsThatOfTheOriginal() {
        Map<String, String> headers = new HashMap<>(NGINX);
        headers.put("content-length", "0");
        assertThat(question("GET", "/nginx", "", headers).original().headers()).doesNotContainKey("content-length");

        headers.put("x-original-content-length", "42");
        assertThat(question("GET", "/nginx", "", headers).original().headers())
                .containsEntry("content-length", List.of("42"))
                .doesNotContainKey("x-original-content-length");
    }

    @Test
    void theLengthOfABodyThatWasPassedOnIsItsOwn() {
        Map<String, List<String>> headers = lists(ENVOY);
        headers.put("content-length", List.of("1"));

        assertThat(new Question("POST", "/envoy/", "", headers, RequestBody.of(new byte[1]))
                        .original()
                        .headers())
                .containsEntry("content-length", List.of("1"));
    }

    private static void assertThatItIsTheOriginal(Question question) {
        OriginalRequest original = question.original();
        assertThat(original.method()).isEqualTo("PUT");
        assertThat(original.target().host()).isEqualTo("api.example.com");
        assertThat(original.target().rawPath()).isEqualTo("/a/b");
        assertThat(original.target().rawQuery()).isEqualTo("c=d");
        assertThat(original.client().address()).isEqualTo("192.0.2.1");
        assertThat(original.client().secure()).isTrue();
        assertThat(original.headers()).containsEntry("host", List.of("api.example.com"));
    }

    private static void assertRefused(Question question) {
        assertThatThrownBy(question::original)
                .isInstanceOfSatisfying(
                        AwsFault.class, fault -> assertThat(fault.httpStatus()).isEqualTo(403));
    }

    private static Map<String, String> headersOf(String address) {
        return switch (address) {
            case "/nginx" -> NGINX;
            case "/forward" -> FORWARD;
            default -> ENVOY;
        };
    }

    private static Question question(String method, String address, String query, Map<String, String> headers) {
        return new Question(method, address, query, lists(headers), RequestBody.of(new byte[0]));
    }

    private static Map<String, List<String>> lists(Map<String, String> headers) {
        Map<String, List<String>> lists = new HashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }
}
