package io.keypool.aws.sigv4;

import io.keypool.aws.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The case {@code get-vanilla} of AWS's signing suite, header and query, with knobs to spoil it. */
final class Vanilla {

    static final String ACCESS_KEY_ID = "AKIDEXAMPLE";
    static final Secret SECRET = new Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    static final Instant SIGNED_AT = Instant.parse("2015-08-30T12:36:00Z");
    static final Duration SKEW = Duration.ofMinutes(15);
    static final String REGION = "us-east-1";
    static final String SERVICE = "service";

    static final SigningProfile PROFILE = SigningProfile.common(SERVICE, AcceptedRegions.only(Set.of(REGION)));

    static final String CREDENTIAL = "AKIDEXAMPLE/20150830/us-east-1/service/aws4_request";
    static final String SIGNATURE = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
    static final String AUTHORIZATION =
            "AWS4-HMAC-SHA256 Credential=" + CREDENTIAL + ", SignedHeaders=host;x-amz-date, Signature=" + SIGNATURE;

    static final String QUERY = "X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + "&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fservice%2Faws4_request"
            + "&X-Amz-Date=20150830T123600Z&X-Amz-SignedHeaders=host&X-Amz-Expires=3600"
            + "&X-Amz-Signature=e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d";

    private Vanilla() {}

    static SignedHttpRequest signedBy(String authorization) {
        return with(Map.of("authorization", authorization));
    }

    /** The header-signed case with some headers replaced; an empty value removes one. */
    static SignedHttpRequest with(Map<String, String> changes) {
        Map<String, List<String>> headers = new TreeMap<>(Map.of(
                "host", List.of("example.amazonaws.com"),
                "x-amz-date", List.of("20150830T123600Z"),
                "authorization", List.of(AUTHORIZATION)));
        changes.forEach((name, value) -> headers.put(name, List.of(value)));
        headers.values().removeIf(values -> values.equals(List.of("")));
        return new SignedHttpRequest("GET", "/", "", headers, new byte[0]);
    }

    static SignedHttpRequest presigned(String query) {
        return new SignedHttpRequest("GET", "/", query, Map.of("host", List.of("example.amazonaws.com")), new byte[0]);
    }

    static SigV4Verifier verifierAt(Instant now) {
        return verifier(PROFILE, now);
    }

    static SigV4Verifier verifier(SigningProfile profile, Instant now) {
        return new SigV4Verifier(profile, InstantSource.fixed(now), SKEW);
    }

    /** What comes of a request when it is read and, if that goes well, verified at the time of its signing. */
    static Object outcome(SignedHttpRequest request) {
        return outcome(request, SIGNED_AT);
    }

    static Object outcome(SignedHttpRequest request, Instant now) {
        return outcome(request, PROFILE, now);
    }

    static Object outcome(SignedHttpRequest request, SigningProfile profile) {
        return outcome(request, profile, SIGNED_AT);
    }

    static Object outcome(SignedHttpRequest request, SigningProfile profile, Instant now) {
        Presented presented = Presented.in(request);
        return presented instanceof Presented.Signature signature
                ? verifier(profile, now).verify(request, signature, SECRET)
                : presented;
    }

    /** As a gateway tells of it that keeps the body to itself. */
    static SignedHttpRequest withoutBody(SignedHttpRequest request) {
        return new SignedHttpRequest(
                request.method(), request.rawPath(), request.rawQuery(), request.headers(), RequestBody.unavailable());
    }
}
