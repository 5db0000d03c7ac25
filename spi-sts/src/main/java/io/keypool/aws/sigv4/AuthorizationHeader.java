package io.keypool.aws.sigv4;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a signature from the {@code Authorization} header and the headers that go with it. */
final class AuthorizationHeader {

    static final String NAME = "authorization";
    static final String AMZ_DATE = "x-amz-date";
    static final String DATE = "date";
    static final String SECURITY_TOKEN = "x-amz-security-token";

    /** Enough for the longest access key id and 100 signed headers. */
    private static final int MAX_LENGTH = 8_192;

    private AuthorizationHeader() {}

    static Presented read(String value, SignedHttpRequest request) {
        if (value.length() > MAX_LENGTH) {
            return IncompleteSignature.headerTooLong();
        }
        String header = value.strip();
        int space = header.indexOf(' ');
        String scheme = space < 0 ? header : header.substring(0, space);
        if (!scheme.startsWith("AWS")) {
            return new Presented.Unsigned();
        }
        if (!scheme.equals(StringToSign.ALGORITHM)) {
            return IncompleteSignature.algorithm(scheme);
        }
        return read(AuthorizationParameters.parse(header.substring(scheme.length())), request);
    }

    private static Presented read(AuthorizationParameters parameters, SignedHttpRequest request) {
        Optional<String> repeated = parameters.repeated();
        if (repeated.isPresent()) {
            return IncompleteSignature.repeatedPart(repeated.get());
        }
        List<String> missing = missing(parameters, request);
        if (!missing.isEmpty()) {
            return IncompleteSignature.missingParts(missing);
        }
        Optional<Instant> signedAt = signedAt(request);
        if (signedAt.isEmpty()) {
            return IncompleteSignature.date(dateText(request));
        }
        return new UncheckedSignature(
                        parameters.get(AuthorizationParameters.CREDENTIAL),
                        parameters.get(AuthorizationParameters.SIGNED_HEADERS),
                        parameters.get(AuthorizationParameters.SIGNATURE),
                        String.join("", request.header(SECURITY_TOKEN)))
                .checked(new Validity.Prompt(signedAt.get()));
    }

    private static List<String> missing(AuthorizationParameters parameters, SignedHttpRequest request) {
        List<String> sentences = new ArrayList<>();
        for (String name : AuthorizationParameters.NAMES) {
            if (parameters.get(name).isEmpty()) {
                sentences.add("Authorization header requires '" + name + "' parameter.");
            }
        }
        if (dateText(request).isEmpty()) {
            sentences.add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        return sentences;
    }

    private static Optional<Instant> signedAt(SignedHttpRequest request) {
        if (request.header(AMZ_DATE).isEmpty()) {
            return AmzDate.parseBasicOrHttp(dateText(request));
        }
        return AmzDate.parseBasic(dateText(request));
    }

    private static String dateText(SignedHttpRequest request) {
        List<String> values = request.header(AMZ_DATE);
        return String.join("", values.isEmpty() ? request.header(DATE) : values).strip();
    }
}
