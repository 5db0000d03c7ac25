package io.keypool.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/** The text that the signing key signs. */
final class StringToSign {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private StringToSign() {}

    static String of(Credential credential, Instant signedAt, String canonicalRequest) {
        return String.join(
                "\n",
                ALGORITHM,
                AmzDate.format(signedAt),
                credential.scope(),
                Sha256.hex(canonicalRequest.getBytes(UTF_8)));
    }
}
