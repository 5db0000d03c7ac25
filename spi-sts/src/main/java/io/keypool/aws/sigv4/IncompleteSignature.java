package io.keypool.aws.sigv4;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The one catalogue of what makes a signature malformed. The texts of missing parts, algorithm, date, credential and
 * double authentication are AWS's; the others follow its manner.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html">AWS: troubleshoot
 *     Signature Version 4</a>
 */
final class IncompleteSignature {

    private IncompleteSignature() {}

    static Presented.Malformed foundBoth() {
        return malformed("Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
    }

    static Presented.Malformed missingParts(List<String> sentences) {
        return malformed(String.join(" ", sentences));
    }

    static Presented.Malformed missingParameters(List<String> names) {
        return malformed(names.stream()
                .map(name -> "AWS query-string parameters must include '" + name + "'. ")
                .collect(Collectors.joining("", "", "Re-examine the query-string parameters.")));
    }

    static Presented.Malformed algorithm(String algorithm) {
        return malformed(
                "Unsupported AWS 'algorithm': '" + algorithm + "' (only " + StringToSign.ALGORITHM + " for now).");
    }

    static Presented.Malformed date(String text) {
        return malformed("Date must be in ISO-8601 'basic format'. Got '" + text
                + "'. See http://en.wikipedia.org/wiki/ISO_8601");
    }

    static Presented.Malformed credential(String text) {
        return malformed("Credential must have exactly 5 slash-delimited elements,"
                + " e.g. keyid/date/region/service/term, got '" + text + "'");
    }

    static Presented.Malformed signedHeaders() {
        return malformed("'SignedHeaders' must be at most 100 lower-case header names in ascending order,"
                + " each once, separated by semicolons.");
    }

    static Presented.Malformed signature() {
        return malformed("'Signature' must be 64 lower-case hexadecimal digits.");
    }

    static Presented.Malformed expires() {
        return malformed("'X-Amz-Expires' must be a number of seconds from 1 to 604800.");
    }

    static Presented.Malformed repeatedHeader(String name) {
        return malformed("The request must not have more than one '" + name + "' header.");
    }

    static Presented.Malformed repeatedPart(String name) {
        return malformed("Authorization header must not have more than one '" + name + "' parameter.");
    }

    static Presented.Malformed repeatedParameter(String name) {
        return malformed("AWS query-string parameters must not include '" + name + "' more than once.");
    }

    static Presented.Malformed escape() {
        return malformed("The query string has a '%' that two hexadecimal digits do not follow.");
    }

    static Presented.Malformed targetTooLong() {
        return malformed("The path and query string are too long.");
    }

    static Presented.Malformed headerTooLong() {
        return malformed("The 'Authorization' header is too long.");
    }

    private static Presented.Malformed malformed(String message) {
        return new Presented.Malformed(message);
    }
}
