package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests at the addresses of STS that are no call of it: other content types, methods, paths, realms and queries.
 *
 * <p>Source: reference/aws-contract.md §4.1 (method, content type, XML shape), §4.3 (MissingAction, InvalidAction); the
 * codes for what is no call at all are ours, AWS has none.
 */
@ExtendWith(KeypoolExtension.class)
final class HostileStsCallIT {

    private static final String VERSION = "&Version=2011-06-15";

    private final Keypool keypool;

    HostileStsCallIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @ParameterizedTest
    @MethodSource
    void refusesAContentTypeThatIsNoForm(StsDoor door, String contentType) {
        refusal(WireRequest.of("POST", door.target("demo"))
                        .header("Content-Type", contentType)
                        .body("Action=GetCallerIdentity" + VERSION))
                .expect(400, "MissingAction");
    }

    static Stream<Arguments> refusesAContentTypeThatIsNoForm() {
        return atBoth(
                "foo",
                "/",
                "",
                ";",
                "a/b/c",
                "application/json",
                "application/x-amz-json-1.1",
                "text/plain",
                "text/html",
                "text/xml",
                "application/x-www-form-urlencoded2",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "multipart/mixed; boundary=x",
                "application/cbor",
                "*/*");
    }

    @ParameterizedTest
    @MethodSource
    void refusesAStrangeAddress(StsDoor door, String query) {
        Refusal refusal = refusal(WireRequest.of("GET", door.target("demo") + "?" + query));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.code()).isIn("InvalidAction", "MissingAction", "MissingAuthenticationToken");
    }

    static Stream<Arguments> refusesAStrangeAddress() {
        return atBoth(
                "Action=%00" + VERSION,
                "Action=Foo&x=%00" + VERSION,
                "Action=%0D%0AX-Evil:1" + VERSION,
                "Action=%3Cb%3E" + VERSION,
                "Action=%C0%80" + VERSION,
                "Action",
                "Action=",
                "%41ction=Foo" + VERSION,
                "Action=Foo&" + "a".repeat(2000) + VERSION);
    }

    @ParameterizedTest
    @EnumSource
    void refusesJson(StsDoor door) {
        assertCode(
                "MissingAction",
                WireRequest.of("POST", door.target("demo"))
                        .header("Content-Type", "application/json")
                        .body("{\"Action\":\"GetCallerIdentity\",\"Version\":\"2011-06-15\"}"));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAMultipartForm(StsDoor door) {
        assertCode(
                "MissingAction",
                WireRequest.of("POST", door.target("demo"))
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .body(
                                "--x\r\nContent-Disposition: form-data; name=\"Action\"\r\n\r\nGetCallerIdentity\r\n"
                                        + "--x\r\nContent-Disposition: form-data; name=\"Version\"\r\n\r\n2011-06-15\r\n--x--\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"})
    void refusesEveryOtherMethod(String method) {
        assertCode("InvalidAction", WireRequest.of(method, StsDoor.REALM.target("demo")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?Action=GetCallerIdentity&Version=2011-06-15"})
    void refusesHeadWithoutABody(String query) {
        WireAnswer answer = send(WireRequest.of("HEAD", StsDoor.REALM.target("demo") + query));

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("x-amzn-RequestId")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "/x/y", "/%00", "/%0A"})
    void refusesEveryOtherPathBelow(String path) {
        String target = StsDoor.REALM.target("demo") + path;

        assertThat(refusal(WireRequest.of("GET", target)).status()).isBetween(400, 499);
        assertThat(refusal(WireRequest.sts(target, "Action=GetCallerIdentity" + VERSION))
                        .status())
                .isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "Demo", "%00", "a%0Ab", "de%2Fmo", "%F0%9F%98%80", "%3Cb%3E"})
    void refusesAnUnknownRealm(String realm) {
        Refusal refusal = refusal(WireRequest.sts(StsDoor.REALM.target(realm), "Action=GetCallerIdentity" + VERSION));

        assertThat(refusal.status()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/png;q=0.1", "foo", ""})
    void answersInItsOwnShapeWhateverTheClientAccepts(String accept) {
        assertCode(
                "InvalidAction",
                WireRequest.sts(StsDoor.REALM.target("demo"), "Action=Foo" + VERSION)
                        .header("Accept", accept));
    }

    private static Stream<Arguments> atBoth(String... values) {
        return Arrays.stream(values)
                .flatMap(value -> Arrays.stream(StsDoor.values()).map(door -> Arguments.of(door, value)));
    }

    private WireAnswer send(WireRequest request) {
        return request.send(keypool.url());
    }

    private Refusal refusal(WireRequest request) {
        return Refusal.ofSts(send(request));
    }

    private void assertCode(String code, WireRequest request) {
        refusal(request).expect(400, code);
    }
}
