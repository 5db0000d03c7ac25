package io.keypool.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Every expectation comes from the signer of AWS's Java SDK, told to sign as its S3 client does. */
class S3SignerCrossCheckTest {

    private static final long SEED = 20_150_830;
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final SigningProfile PROFILE = new SigningProfile(
            Vanilla.SERVICE,
            AcceptedRegions.only(Set.of(Vanilla.REGION)),
            SignedPath.AS_SENT,
            PayloadRule.UNSIGNED_ALLOWED);

    @RepeatedTest(500)
    void acceptsWhatTheSdkSigns(RepetitionInfo repetition) {
        RandomUpload random = new RandomUpload(new Random(SEED + repetition.getCurrentRepetition()));
        SignedHttpRequest signed = repetition.getCurrentRepetition() % 2 == 0
                ? signer(random, random.nextBoolean(), random.nextBoolean())
                        .sign(random.request(random.scheme()), random.body())
                : signer(random, false, false).presign(random.request("https"), random.body(), Optional.of(LIFETIME));

        assertThat(Vanilla.outcome(signed, PROFILE))
                .as("%s?%s %s", signed, signed.rawQuery(), signed.headers())
                .isEqualTo(new Verification.Valid());
        assertThat(Vanilla.outcome(Vanilla.withoutBody(signed), PROFILE)).isEqualTo(new Verification.Valid());
        assertThat(Vanilla.outcome(elsewhere(signed), PROFILE)).isInstanceOf(Verification.Invalid.class);
    }

    private static SdkSigner signer(RandomUpload random, boolean signed, boolean inChunks) {
        return new SdkSigner(
                random.identity(),
                Vanilla.SIGNED_AT,
                Map.of(
                        AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE,
                        false,
                        AwsV4FamilyHttpSigner.NORMALIZE_PATH,
                        false,
                        AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED,
                        signed,
                        AwsV4HttpSigner.CHUNK_ENCODING_ENABLED,
                        inChunks));
    }

    /** A resolved path is another key. */
    private static SignedHttpRequest elsewhere(SignedHttpRequest request) {
        return new SignedHttpRequest(
                request.method(), request.rawPath() + "/.", request.rawQuery(), request.headers(), request.body());
    }

    private record RandomUpload(Random random) {

        private static final String[] PIECES = {
            "",
            ".",
            "..",
            "a",
            "b c",
            "+",
            "%",
            "%2F",
            "%zz",
            "é",
            "ሴ",
            "😀",
            "~-._",
            "*'()!",
            ":@",
            "\"<>|\\^`{}",
            "&=?#",
            "$,;"
        };

        SdkHttpRequest request(String scheme) {
            return SdkHttpRequest.builder()
                    .method(random.nextBoolean() ? SdkHttpMethod.PUT : SdkHttpMethod.GET)
                    .protocol(scheme)
                    .host("s3.example.org")
                    .port(9000)
                    .encodedPath("/bucket/" + key())
                    .appendRawQueryParameter("versionId", piece())
                    .appendHeader("x-amz-meta-name", "a  b")
                    .build();
        }

        /** Without TLS the signer signs every body, presigned ones too. */
        String scheme() {
            return random.nextBoolean() ? "https" : "http";
        }

        private String key() {
            StringBuilder key = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                key.append(SdkHttpUtils.urlEncode(piece() + piece())).append(i == 0 ? "" : "/");
            }
            return key.toString();
        }

        private String piece() {
            return PIECES[random.nextInt(PIECES.length)];
        }

        byte[] body() {
            return random.nextBoolean() ? new byte[0] : piece().repeat(1_000).getBytes(UTF_8);
        }

        boolean nextBoolean() {
            return random.nextBoolean();
        }

        AwsCredentialsIdentity identity() {
            String secret = Vanilla.SECRET.reveal();
            return random.nextBoolean()
                    ? AwsCredentialsIdentity.create("AKIDEXAMPLE", secret)
                    : AwsSessionCredentialsIdentity.create("ASIAEXAMPLE", secret, "AQoDYXdz//+token==");
        }
    }
}
