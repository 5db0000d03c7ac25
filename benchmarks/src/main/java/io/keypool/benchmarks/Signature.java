package io.keypool.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a request with temporary credentials. Not with the product's own code, which would agree with itself.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">AWS</a>
 */
record Signature(String accessKeyId, String secretAccessKey, String sessionToken, Instant time) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** @param service as in the credential scope */
    Request sign(Request unsigned, String service) {
        String date = AMZ_DATE.format(time);
        String scope = date.substring(0, 8) + "/us-east-1/" + service + "/aws4_request";
        Request request = unsigned.with("x-amz-date", date).with("x-amz-security-token", sessionToken);
        var headers = new TreeMap<>(request.headers());
        String names = String.join(";", headers.keySet());
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(joining());
        String canonical =
                String.join("\n", request.method(), request.path(), "", lines, names, sha256(request.body()));
        String signature = hex(mac(key(scope), String.join("\n", ALGORITHM, date, scope, sha256(canonical))));
        return request.with(
                "authorization",
                ALGORITHM + " Credential=" + accessKeyId + "/" + scope + ", SignedHeaders=" + names + ", Signature="
                        + signature);
    }

    private byte[] key(String scope) {
        byte[] key = ("AWS4" + secretAccessKey).getBytes(UTF_8);
        for (String part : scope.split("/", -1)) {
            key = mac(key, part);
        }
        return key;
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sha256(String text) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "***";
    }
}
