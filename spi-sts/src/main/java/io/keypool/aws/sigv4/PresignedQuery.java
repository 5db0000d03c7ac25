package io.keypool.aws.sigv4;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads a signature from the query parameters of a presigned request. Their names are case-sensitive. */
final class PresignedQuery {

    static final String SIGNATURE = "X-Amz-Signature";
    private static final String ALGORITHM = "X-Amz-Algorithm";
    private static final String CREDENTIAL = "X-Amz-Credential";
    private static final String SIGNED_HEADERS = "X-Amz-SignedHeaders";
    private static final String DATE = "X-Amz-Date";
    private static final String EXPIRES = "X-Amz-Expires";
    private static final String SECURITY_TOKEN = "X-Amz-Security-Token";

    private static final List<String> MARKERS = List.of(ALGORITHM, CREDENTIAL, SIGNATURE, SIGNED_HEADERS);
    private static final List<String> SINGLE =
            List.of(ALGORITHM, CREDENTIAL, SIGNATURE, SIGNED_HEADERS, DATE, EXPIRES, SECURITY_TOKEN);

    /** In the order in which AWS complains of those that are missing. */
    private static final List<String> REQUIRED = List.of(ALGORITHM, CREDENTIAL, SIGNATURE, SIGNED_HEADERS, DATE);

    private static final long LONGEST_EXPIRY_SECONDS = Duration.ofDays(7).toSeconds();

    private PresignedQuery() {}

    /** A date or token alone is no attempt to authenticate. */
    static boolean isIn(QueryParameters query) {
        return MARKERS.stream().anyMatch(query::has);
    }

    static Presented read(QueryParameters query) {
        for (String name : SINGLE) {
            if (query.values(name).size() > 1) {
                return IncompleteSignature.repeatedParameter(name);
            }
        }
        List<String> missing =
                REQUIRED.stream().filter(name -> query.first(name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            return IncompleteSignature.missingParameters(missing);
        }
        if (!query.first(ALGORITHM).equals(StringToSign.ALGORITHM)) {
            return IncompleteSignature.algorithm(query.first(ALGORITHM));
        }
        return readTimes(query);
    }

    private static Presented readTimes(QueryParameters query) {
        Optional<Instant> signedAt = AmzDate.parseBasic(query.first(DATE));
        if (signedAt.isEmpty()) {
            return IncompleteSignature.date(query.first(DATE));
        }
        if (!query.has(EXPIRES)) {
            // AWS's Go SDK presigns STS requests without it; STS then allows what it allows a signed header
            return unchecked(query).checked(new Validity.PresignedPrompt(signedAt.get()));
        }
        Optional<Duration> expires = expires(query.first(EXPIRES));
        if (expires.isEmpty()) {
            return IncompleteSignature.expires();
        }
        return unchecked(query).checked(new Validity.Presigned(signedAt.get(), expires.get()));
    }

    private static Optional<Duration> expires(String text) {
        if (text.isEmpty() || text.length() > 6 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int seconds = Integer.parseInt(text);
        return seconds >= 1 && seconds <= LONGEST_EXPIRY_SECONDS
                ? Optional.of(Duration.ofSeconds(seconds))
                : Optional.empty();
    }

    private static UncheckedSignature unchecked(QueryParameters query) {
        return new UncheckedSignature(
                query.first(CREDENTIAL),
                query.first(SIGNED_HEADERS),
                query.first(SIGNATURE),
                query.first(SECURITY_TOKEN));
    }
}
