package io.keypool.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Beyond the signing suite's paths. */
class CanonicalPathTest {

    // IAM User Guide "Create a signed request": an absent path is a slash
    @Test
    void isSlashForNoPath() {
        assertThat(CanonicalPath.of("")).isEqualTo("/");
        assertThat(CanonicalPath.of("/")).isEqualTo("/");
    }

    // the same page: every service but Amazon S3 encodes twice, so a client's escape is encoded again
    @Test
    void encodesEscapesOnceMore() {
        assertThat(CanonicalPath.of("/a%20b/%2f/ü")).isEqualTo("/a%2520b/%252f/%C3%BC");
    }

    // botocore's remove_dot_segments and smithy's getCanonicalPath: the path as sent decides about the last slash
    @Test
    void endsWithSlashOnlyIfThePathDoes() {
        assertThat(CanonicalPath.of("/a/b/..")).isEqualTo("/a");
        assertThat(CanonicalPath.of("/a/.")).isEqualTo("/a");
        assertThat(CanonicalPath.of("/a/b/../")).isEqualTo("/a/");
    }

    // RFC 3986, 5.2.4
    @Test
    void doesNotClimbAboveTheRoot() {
        assertThat(CanonicalPath.of("/../../a")).isEqualTo("/a");
    }

    // RFC 3986, 2.4: dots are decoded after the path is taken apart, hence never by a signer
    @Test
    void takesEscapedDotsForAName() {
        assertThat(CanonicalPath.of("/a/%2e%2e/b")).isEqualTo("/a/%252e%252e/b");
    }
}
