package io.keypool.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests at both addresses of STS that are no call of it.
 *
 * <p>Source: reference/aws-contract.md §4.1 (form, content type, version, XML shape), §4.2 (ValidationError), §4.3
 * (MissingAction, InvalidAction and its text), XML 1.0 §2.2 (characters); MalformedQueryString (404) is AWS's common
 * error for what cannot be decoded; AWS names no limit of size, 413 is HTTP's own (RFC 9110 §15.5.14).
 */
@ExtendWith(KeypoolExtension.class)
final class HostileQueryIT {

    private static final String VERSION = "&Version=2011-06-15";
    private static final String ROLE = "Action=AssumeRoleWithWebIdentity" + VERSION + "&RoleArn="
            + "arn%3Aaws%3Aiam%3A%3A000000000000%3Arole%2FDemoGuest&WebIdentityToken=token";
    private static final int LIMIT = 512 * 1024;

    private final Keypool keypool;

    HostileQueryIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @ParameterizedTest
    @MethodSource
    void refusesAFormThatCannotBeDecoded(StsDoor door, String form) {
        refusal(WireRequest.sts(door.target("demo"), form)).expect(404, "MalformedQueryString");
    }

    static Stream<Arguments> refusesAFormThatCannotBeDecoded() {
        return atBoth(
                "Action=%" + VERSION,
                "Action=%4" + VERSION,
                "Action=%zz" + VERSION,
                "Action=%-1" + VERSION,
                "Action=%u0041" + VERSION,
                "%zz=a&Action=GetCallerIdentity" + VERSION,
                "Action=a%");
    }

    @ParameterizedTest
    @MethodSource
    void refusesAParameterGivenTwice(StsDoor door, String form) {
        Refusal refusal = refusal(WireRequest.sts(door.target("demo"), form));

        assertThat(refusal.code()).isEqualTo("MalformedQueryString");
    }

    static Stream<Arguments> refusesAParameterGivenTwice() {
        return atBoth(
                "Action=GetCallerIdentity&Action=GetCallerIdentity" + VERSION,
                "Action=GetCallerIdentity&%41ction=AssumeRole" + VERSION,
                "Action&Action=GetCallerIdentity" + VERSION,
                "Action=GetCallerIdentity" + VERSION + VERSION,
                "x=1&x=2&Action=GetCallerIdentity" + VERSION);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAParameterGivenTwiceInTheAddress(StsDoor door) {
        assertThat(refusal(WireRequest.of("GET", door.target("demo") + "?Action=a&Action=b"))
                        .code())
                .isEqualTo("MalformedQueryString");
    }

    @ParameterizedTest
    @MethodSource
    void refusesACallWithoutAnAction(StsDoor door, String form) {
        assertCode("MissingAction", WireRequest.sts(door.target("demo"), form));
    }

    static Stream<Arguments> refusesACallWithoutAnAction() {
        return atBoth(
                "", "&", "=", "&&=&", "Action", "Action=" + VERSION, "action=GetCallerIdentity" + VERSION, "Version");
    }

    /** Names are repeated in the message: what they hold may break neither the XML nor the answer's head. */
    @ParameterizedTest
    @MethodSource
    void repeatsAStrangeActionWithoutHarm(StsDoor door, String action) {
        WireAnswer answer = send(WireRequest.sts(door.target("demo"), "Action=" + action + VERSION));
        Refusal refusal = Refusal.ofSts(answer);

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.code()).isEqualTo("InvalidAction");
        assertThat(refusal.message()).matches("(?s)Could not find operation .+ for version 2011-06-15");
        assertThat(answer.headers()).doesNotContainKeys("x-evil", "set-cookie", "location");
    }

    static Stream<Arguments> repeatsAStrangeActionWithoutHarm() {
        return atBoth(
                "Foo",
                "getcalleridentity",
                "GetCallerIdentity%20",
                "%00",
                "%01%02%1F",
                "%7F%C2%85",
                "%EF%BF%BE%EF%BF%BF",
                "%C3",
                "%C0%80",
                "%ED%A0%80",
                "%F0%9F%98%80",
                "%E2%80%AE",
                "%3Cscript%3Ealert(1)%3C/script%3E",
                "]]%3E",
                "%26lt;%26%2300;",
                "%3C!DOCTYPE%20x%3E",
                "%3C%3Fxml%3F%3E",
                "%22%27",
                "%0D%0AX-Evil:%201",
                "%0D%0A%0D%0A%3Chtml%3E",
                "%0ASet-Cookie:%20a=b",
                "%25n%25s%24{jndi:ldap://x}",
                "a".repeat(5000));
    }

    @ParameterizedTest
    @MethodSource
    void repeatsAStrangeSessionNameWithoutHarm(StsDoor door, String name) {
        WireAnswer answer = send(WireRequest.sts(door.target("demo"), ROLE + "&RoleSessionName=" + name));
        Refusal refusal = Refusal.ofSts(answer);

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.code()).isEqualTo("ValidationError");
        assertThat(refusal.message()).contains("'roleSessionName'");
        assertThat(answer.headers()).doesNotContainKeys("x-evil", "set-cookie", "location");
    }

    static Stream<Arguments> repeatsAStrangeSessionNameWithoutHarm() {
        return atBoth(
                "ab%00",
                "ab%0D%0AX-Evil:%201",
                "%3C/Message%3E%3CMessage%3E",
                "ab%EF%BF%BF",
                "%26amp;%3C",
                "a".repeat(255) + "%F0%9F%98%80".repeat(50),
                "a".repeat(256) + "%F0%9F%98%80",
                "%F0%9F%98%80".repeat(129));
    }

    @ParameterizedTest
    @EnumSource
    void refusesBytesThatAreNoText(StsDoor door) {
        byte[] form = ("Action=\u0000\u0001\u00ff\u00fe<!--" + VERSION).getBytes(ISO_8859_1);

        assertCode("InvalidAction", WireRequest.sts(door.target("demo"), "").body(form));
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 9 * 1024 * 1024})
    void refusesAFormThatIsTooLargeWith413(int size) {
        String form = "Action=GetCallerIdentity" + VERSION + "&x=";
        for (StsDoor door : StsDoor.values()) {
            Refusal refusal = refusal(WireRequest.sts(door.target("demo"), form + "a".repeat(size - form.length())));

            assertThat(refusal.status()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAHugeNumberOfParameters(StsDoor door) {
        String many = IntStream.range(0, 50_000).mapToObj(i -> "&p" + i + "=").collect(Collectors.joining());
        String nothing = "&".repeat(LIMIT - 100);

        assertCode("InvalidAction", WireRequest.sts(door.target("demo"), "Action=Foo" + VERSION + many));
        assertCode("InvalidAction", WireRequest.sts(door.target("demo"), "Action=Foo" + VERSION + nothing));
    }

    /** All of these names have one hash code, which makes a naive map as slow as a list. */
    @ParameterizedTest
    @EnumSource
    void refusesManyParametersOfOneHashCode(StsDoor door) {
        String many = IntStream.range(0, 1 << 14)
                .mapToObj(i -> "&"
                        + Integer.toBinaryString((1 << 14) | i)
                                .replace("0", "Aa")
                                .replace("1", "BB"))
                .collect(Collectors.joining());

        assertCode("InvalidAction", WireRequest.sts(door.target("demo"), "Action=Foo" + VERSION + many));
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
