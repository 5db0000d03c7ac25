package io.keypool.aws.sigv4;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The names of the headers that a signature covers.
 *
 * @param names lower-case, in ascending order, without duplicates, at most 100
 */
record SignedHeaders(List<String> names) {

    private static final int MAX_NAMES = 100;

    SignedHeaders {
        names = List.copyOf(names);
    }

    /** Only the one form that AWS prescribes is read, since no other can lead to the same canonical request. */
    static Optional<SignedHeaders> parse(String text) {
        String[] names = text.split(";", MAX_NAMES + 1);
        if (names.length > MAX_NAMES || !text.equals(text.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String previous = "";
        for (String name : names) {
            if (name.compareTo(previous) <= 0) {
                return Optional.empty();
            }
            previous = name;
        }
        return Optional.of(new SignedHeaders(List.of(names)));
    }

    /** Why AWS would not accept that just these headers are signed. */
    Optional<Verification.Invalid> refusal(SignedHttpRequest request) {
        if (!names.contains("host")) {
            return Optional.of(InvalidSignature.hostNotSigned());
        }
        for (String sent : request.headers().keySet()) {
            if (sent.startsWith("x-amz-") && !names.contains(sent)) {
                return Optional.of(InvalidSignature.headerNotSigned(sent));
            }
        }
        for (String name : names) {
            if (request.header(name).isEmpty()) {
                return Optional.of(InvalidSignature.signedHeaderAbsent(name));
            }
        }
        return Optional.empty();
    }
}
