package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is no signed token at all, at both addresses of STS.
 *
 * <p>Source: reference/aws-contract.md §4.2 (4..20000 characters, InvalidIdentityToken and its text for what is no
 * JWT); RFC 7515 §2 (base64url without padding), §3.1 and §7.1 (three parts, two periods), §4 (the header is an
 * object), RFC 7519 §7.2 (the claims are an object); RFC 7516 §3.1 (five parts are encrypted).
 */
@ExtendWith({KeypoolExtension.class, TenantExtension.class})
final class MalformedTokenIT {

    private static final String NOT_A_JWT =
            "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)";

    /** A part of a good token, or JSON that takes the place of one. */
    private static final Pattern PART = Pattern.compile("[HPS]|[\\[{\"]+[]}\"]?|null|1");

    private final Keypool keypool;
    private final Tenant tenant;

    MalformedTokenIT(Keypool keypool, Tenant tenant) {
        this.keypool = keypool;
        this.tenant = tenant;
    }

    /** Header, payload and signature; {@code H}, {@code P} and {@code S} stand for those of a good token. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "....",
                "a.b.c",
                "a.b.c.d",
                "H",
                "H.",
                "H..",
                "H.P.S.",
                "H.P.S.S",
                ".H.P.S",
                "H..P.S",
                " H.P.S",
                "H.P.S\n",
                "H P S",
                "H.P.S=",
                "[].P.S",
                "null.P.S",
                "1.P.S",
                "\"\".P.S",
                "{.P.S",
                "H.{}.S",
                "H.[].S",
                "H.null.S",
                "H.1.S",
                "H.\"\".S",
                "H.{.S"
            })
    void refusesWhatIsNoToken(String form) {
        String[] good = tenant.sign(tenant.claims().build()).split("\\.", -1);
        Map<String, String> parts = Map.of("H", good[0], "P", good[1], "S", good[2]);
        String token = PART.matcher(form)
                .replaceAll(part -> Objects.requireNonNullElseGet(parts.get(part.group()), () -> encode(part.group())));
        for (StsDoor door : StsDoor.values()) {
            Refusal refusal = assertInvalid(send(door, token));

            assertThat(refusal.message()).as(door.name()).isEqualTo(NOT_A_JWT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenOfDeeplyNestedJson(StsDoor door) {
        String nested =
                encode("{\"iss\":\"" + tenant.issuer() + "\",\"x\":" + "[".repeat(7_000) + "]".repeat(7_000) + "}");

        assertInvalid(send(door, header() + "." + nested + ".c2ln"));
        assertInvalid(send(door, encode("[".repeat(14_000)) + "." + payload() + ".c2ln"));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnEncryptedToken(StsDoor door) {
        String header = encode("{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\",\"kid\":\""
                + tenant.key().getKeyID() + "\"}");
        Refusal refusal = assertInvalid(send(door, header + "." + "a".repeat(342) + ".aaaa.bbbb.cccc"));

        assertThat(refusal.message()).isEqualTo(NOT_A_JWT);
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenOfMoreThanTwentyThousandCharacters(StsDoor door) {
        String token =
                tenant.sign(tenant.claims().claim("x", "a".repeat(20_000)).build());
        Refusal refusal = Refusal.ofSts(send(door, token)).expect(400, "ValidationError");

        assertThat(refusal.message()).doesNotContain(token.substring(0, 20));
    }

    private String header() {
        return tenant.header().build().toBase64URL().toString();
    }

    private String payload() {
        return encode(tenant.claims().build().toString());
    }

    private static String encode(String text) {
        return Base64URL.encode(text).toString();
    }

    private static Refusal assertInvalid(WireAnswer answer) {
        return Refusal.ofSts(answer).expect(400, "InvalidIdentityToken");
    }

    private WireAnswer send(StsDoor door, String token) {
        return door.assumeRole(keypool.url(), tenant.realm(), tenant.roleArn(), token);
    }
}
