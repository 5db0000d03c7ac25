package io.keypool.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Every expectation comes from the signer of AWS's Java SDK: whatever it signs is valid. */
class AwsSdkCrossCheckTest {

    private static final long SEED = 20_150_830;
    private static final String SECRET_TEXT = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    @RepeatedTest(500)
    void acceptsWhatTheSdkSigns(RepetitionInfo repetition) {
        RandomRequest random = new RandomRequest(new Random(SEED + repetition.getCurrentRepetition()));
        SdkHttpRequest request = random.request();
        byte[] body = random.body();
        SdkSigner signer = new SdkSigner(random.identity(), Vanilla.SIGNED_AT);

        SignedHttpRequest signed = switch (repetition.getCurrentRepetition() % 3) {
            case 0 -> signer.sign(request, body);
            case 1 -> signer.presign(request, body, Optional.of(Duration.ofSeconds(random.upTo(604_800))));
            default -> signer.presign(request, body, Optional.empty());
        };

        assertThat(Vanilla.outcome(signed)).as(signed + "?" + signed.rawQuery()).isEqualTo(new Verification.Valid());
    }

    /** Paths, queries, headers, bodies and tokens of every shape that the SDK's request builder lets pass. */
    private record RandomRequest(Random random) {

        private static final String[] SEGMENTS = {
            "", ".", "a", "b-._~", "%20", "%2F", "%2e%2e", "%E1%88%B4", "%FF", "a+b", "c;d=e,f", "@:!$&'()*", "realms"
        };
        private static final String[] TEXTS = {
            "", "a", "A", "b c", "+", "%", "&=?#", "é", "ሴ", "😀", "~-._", "*'()!", "/:@", "\"<>|\\^`{}", "0"
        };
        private static final String[] HEADER_VALUES = {
            "", "a", "  a  ", "a   b", "a\tb", "\"a   b\"", "application/x-www-form-urlencoded; charset=utf-8", "1,2"
        };
        private static final String[] HEADERS = {
            "content-type", "x-amz-target", "amz-sdk-request", "my-header1", "my_header2", "X-Amz-User-Agent", "Zulu"
        };

        SdkHttpRequest request() {
            SdkHttpRequest.Builder builder = SdkHttpRequest.builder()
                    .method(pick(SdkHttpMethod.GET, SdkHttpMethod.POST, SdkHttpMethod.PUT))
                    .protocol("https")
                    .host("sts.example.org")
                    .port(pick(443, 8443))
                    .encodedPath(path());
            for (int i = random.nextInt(5); i > 0; i--) {
                builder.appendRawQueryParameter(pick(TEXTS) + "n", pick(TEXTS) + pick(TEXTS));
            }
            for (int i = random.nextInt(5); i > 0; i--) {
                builder.appendHeader(pick(HEADERS), pick(HEADER_VALUES));
            }
            return builder.build();
        }

        /** Never climbs above the root, where AWS's signers disagree. */
        private String path() {
            StringBuilder path = new StringBuilder();
            int depth = 0;
            for (int i = random.nextInt(7); i > 0; i--) {
                if (depth > 0 && random.nextInt(4) == 0) {
                    path.append("/..");
                    depth--;
                    continue;
                }
                String segment = pick(SEGMENTS);
                path.append('/').append(segment);
                depth += segment.isEmpty() || segment.equals(".") ? 0 : 1;
            }
            return path.append(random.nextBoolean() ? "/" : "").toString();
        }

        byte[] body() {
            return random.nextBoolean() ? new byte[0] : (pick(TEXTS) + "=" + pick(TEXTS)).getBytes(UTF_8);
        }

        AwsCredentialsIdentity identity() {
            String accessKeyId = pick("AKIDEXAMPLE", "demo-backend", "a client, of ours", "https:x=y,z");
            return random.nextBoolean()
                    ? AwsCredentialsIdentity.create(accessKeyId, SECRET_TEXT)
                    : AwsSessionCredentialsIdentity.create(accessKeyId, SECRET_TEXT, "AQoDYXdz//+token==");
        }

        int upTo(int limit) {
            return 1 + random.nextInt(limit);
        }

        @SafeVarargs
        private final <T> T pick(T... choices) {
            return choices[random.nextInt(choices.length)];
        }
    }
}
