package io.keypool.gateway;

import static io.keypool.gateway.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.aws.AccountId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source of actions and resources: API Gateway Developer Guide, Control access for invoking an API. */
final class ExecuteApiMappingTest {

    private static final String API = "arn:aws:execute-api:us-east-1:000000000000:pets/$default/";

    private final ExecuteApiMapping mapping = new ExecuteApiMapping("us-east-1", AccountId.DEFAULT, "pets", "$default");

    @ParameterizedTest
    @CsvSource({
        "GET, /, GET/",
        "GET, /pets, GET/pets",
        "GET, /pets/, GET/pets/",
        "POST, /pets/1?x=/../y, POST/pets/1",
        "DELETE, /a%20b/%C3%A9, DELETE/a b/é",
        "GET, /%61dmin, GET/admin",
        "GET, /a:b/*, GET/a:b/*",
        "GET, /100%25, GET/100%",
        "GET, /us-east-1%3A0, GET/us-east-1:0",
        "GET, /..., GET/...",
        "OPTIONS, /pets, OPTIONS/pets"
    })
    void methodAndPathAreInTheResource(String method, String uri, String resource) {
        assertThat(mapping.map(request(method, uri)))
                .isEqualTo(new Mapped.Asked("execute-api:Invoke", API + resource, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//",
                "//public",
                "/public//a",
                "/public/a//",
                "/.",
                "/..",
                "/public/./a",
                "/public/../private",
                "/public/%2e%2e/private",
                "/public/.%2E/private",
                "/public/..;/private",
                "/public;x=1/private",
                "/public%2Fprivate",
                "/public/..%2fprivate",
                "/public/%5c..%5cprivate",
                "/public\\..\\private",
                "/public/%252e%252e/private",
                "/public/%252Fa",
                "/public/%00",
                "/public/%0a",
                "/public/%7f",
                "/public/%C2%80",
                "/public/%C0%AE%C0%AE/private",
                "/public/%E0%80%AF",
                "/public/%ED%A0%80",
                "/public/%FF",
                "/public/%",
                "/public/%2",
                "/public/%zz",
                "/public/%u002e",
                "/public/\"",
                "/public/<a>",
                "/public/{a}",
                "/public/|",
                "/public/^",
                "/public/`"
            })
    void whatCouldBeReadInTwoWaysIsNothing(String uri) {
        assertThat(mapping.map(request("GET", uri))).isInstanceOf(Mapped.Unmapped.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "", "GET ", "GET/x", "G\nT", "M-SEARCH", "*"})
    void aMethodIsAWordInCapitals(String method) {
        assertThatThrownBy(() -> request(method, "/")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "http://a/", "a", "/a b", "/a#b", "/é", "/a?b c", "/a?b#c", "/a\t", "/a\r\nb: c"})
    void aTargetIsVisibleAscii(String uri) {
        assertThatThrownBy(() -> request("GET", uri)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a:b", "*", "a?", "${x}"})
    void aNameThatWouldSayMoreInAnArnIsRefused(String name) {
        assertThatThrownBy(() -> new ExecuteApiMapping("us-east-1", AccountId.DEFAULT, name, "prod"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExecuteApiMapping("us-east-1", AccountId.DEFAULT, "api", name))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theStageIsNoPartOfThePath() {
        ExecuteApiMapping prod = new ExecuteApiMapping("eu-west-1", new AccountId("123456789012"), "pets", "prod");

        assertThat(prod.map(request("GET", "/prod/a")))
                .isEqualTo(new Mapped.Asked(
                        "execute-api:Invoke",
                        "arn:aws:execute-api:eu-west-1:123456789012:pets/prod/GET/prod/a",
                        Map.of()));
    }
}
