package io.keypool.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Beyond the signing suite's paths. */
class CanonicalPathTest {

    // IAM User Guide "Create a signed request": an absent path is a slash
    @Test
    void isSlashForNoPath() {
        assertThat(canonical("")).isEqualTo("/");
        assertThat(canonical("/")).isEqualTo("/");
    }

    // the same page: every service but Amazon S3 encodes twice, so a client's escape is encoded again
    @Test
    void encodesEscapesOnceMore() {
        assertThat(canonical("/a%20b/%2f/ü")).isEqualTo("/a%2520b/%252f/%C3%BC");
    }

    // botocore's remove_dot_segments and smithy's getCanonicalPath: the path as sent decides about the last slash
    @Test
    void endsWithSlashOnlyIfThePathDoes() {
        assertThat(canonical("/a/b/..")).isEqualTo("/a");
        assertThat(canonical("/a/.")).isEqualTo("/a");
        assertThat(canonical("/a/b/../")).isEqualTo("/a/");
    }

    // RFC 3986, 5.2.4
    @Test
    void doesNotClimbAboveTheRoot() {
        assertThat(canonical("/../../a")).isEqualTo("/a");
    }

    // S3's "Signature calculations": no normalisation, since a key may have any of these; botocore's S3SigV4Auth
    @Test
    void isAsSentForS3() {
        assertThat(asS3("")).isEqualTo("/");
        assertThat(asS3("/a/../b//./c/")).isEqualTo("/a/../b//./c/");
        assertThat(asS3("/a%20b/%2f%2B+~/ü")).isEqualTo("/a%20b/%2f%2B+~/%C3%BC");
    }

    // the signing suite's get-space-unnormalized; RFC 3986, 3.3 says what may stand in a path
    @Test
    void encodesForS3WhatMayNotStandInAPath() {
        assertThat(asS3("/a b\n\"<>[\\]^`{|}#?")).isEqualTo("/a%20b%0A%22%3C%3E%5B%5C%5D%5E%60%7B%7C%7D%23%3F");
    }

    // RFC 3986, 2.4: dots are decoded after the path is taken apart, hence never by a signer
    @Test
    void takesEscapedDotsForAName() {
        assertThat(canonical("/a/%2e%2e/b")).isEqualTo("/a/%252e%252e/b");
    }

    private static String canonical(String rawPath) {
        return CanonicalPath.of(rawPath, SignedPath.NORMALIZED);
    }

    private static String asS3(String rawPath) {
        return CanonicalPath.of(rawPath, SignedPath.AS_SENT);
    }
}
