package io.keypool.aws.sigv4;

import java.time.Duration;
import java.time.Instant;

/**
 * The one catalogue of why a whole signature is not valid. The texts of scope, time, host and mismatch are AWS's; the
 * others follow its manner.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html">AWS: troubleshoot
 *     Signature Version 4</a>
 */
final class InvalidSignature {

    private InvalidSignature() {}

    static Verification.Invalid terminator(String given) {
        return invalid("Credential should be scoped with a valid terminator: '" + ExpectedScope.TERMINATOR + "', not '"
                + given + "'.");
    }

    static Verification.Invalid service(String expected) {
        return invalid("Credential should be scoped to correct service: '" + expected + "'.");
    }

    static Verification.Invalid region(String given) {
        return invalid("Credential should be scoped to a valid Region, not '" + given + "'.");
    }

    static Verification.Invalid scopeDate(String given, Instant signedAt) {
        return invalid("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                + given + "' != '" + AmzDate.day(signedAt) + "', from '" + AmzDate.format(signedAt) + "'.");
    }

    static Verification.Invalid expired(Instant signedAt, Instant now, Duration window) {
        return invalid("Signature expired: " + AmzDate.format(signedAt) + " is now earlier than "
                + AmzDate.format(now.minus(window)) + " (" + AmzDate.format(now) + " - " + text(window) + ")");
    }

    static Verification.Invalid notYetCurrent(Instant signedAt, Instant now, Duration window) {
        return invalid("Signature not yet current: " + AmzDate.format(signedAt) + " is still later than "
                + AmzDate.format(now.plus(window)) + " (" + AmzDate.format(now) + " + " + text(window) + ")");
    }

    static Verification.Invalid hostNotSigned() {
        return invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }

    static Verification.Invalid headerNotSigned(String name) {
        return invalid("'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
    }

    static Verification.Invalid signedHeaderAbsent(String name) {
        return invalid("The request does not have the header '" + name + "' that 'SignedHeaders' names.");
    }

    static Verification.Invalid payload() {
        return invalid("The value of the 'x-amz-content-sha256' header is not the SHA-256 of the request body.");
    }

    static Verification.Invalid bodyUnavailable() {
        return invalid("The request body, whose hash must be signed, is not available.");
    }

    static Verification.Invalid escape() {
        return invalid("The query string has a '%' that two hexadecimal digits do not follow.");
    }

    static Verification.Invalid mismatch() {
        return invalid("The request signature we calculated does not match the signature you provided."
                + " Check your AWS Secret Access Key and signing method."
                + " Consult the service documentation for details.");
    }

    /** AWS states its windows in minutes; a client may choose any number of seconds. */
    private static String text(Duration window) {
        return window.toSecondsPart() == 0 ? window.toMinutes() + " min." : window.toSeconds() + " sec.";
    }

    private static Verification.Invalid invalid(String message) {
        return new Verification.Invalid(message);
    }
}
