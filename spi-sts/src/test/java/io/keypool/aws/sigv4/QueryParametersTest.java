package io.keypool.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Beyond the signing suite's queries; expectations from IAM User Guide "Create a signed request" unless named. */
class QueryParametersTest {

    @Test
    void sortsByEncodedNameThenValue() {
        assertThat(canonical("b=2&a=2&a=1&B=1&a-=0&%7E=x")).isEqualTo("B=1&a=1&a=2&a-=0&b=2&~=x");
    }

    @Test
    void addsEqualsSignToNameWithoutValue() {
        assertThat(canonical("flag&other=")).isEqualTo("flag=&other=");
    }

    // the page's UriEncode(): a space is %20 and never +, so a + that is sent is a plus
    @Test
    void takesPlusForAPlus() {
        assertThat(canonical("a=b+c%20d")).isEqualTo("a=b%2Bc%20d");
    }

    @Test
    void encodesAfresh() {
        assertThat(canonical("a=%2f%41*'%7e:/")).isEqualTo("a=%2FA%2A%27~%3A%2F");
    }

    // bytes are bytes: what is no UTF-8 must not be lost
    @Test
    void keepsEscapesThatAreNoUtf8() {
        assertThat(canonical("a=%ff%C3")).isEqualTo("a=%FF%C3");
    }

    // only the first equals sign parts name and value
    @Test
    void encodesFurtherEqualsSigns() {
        assertThat(canonical("a=b=c")).isEqualTo("a=b%3Dc");
    }

    // the WHATWG URL standard's parser, which most clients use, drops empty pieces
    @Test
    void skipsEmptyPieces() {
        assertThat(canonical("&a=1&&b=2&")).isEqualTo("a=1&b=2");
    }

    @Test
    void leavesOnlyTheSignatureOut() {
        assertThat(canonical("X-Amz-Signature=1&X-Amz-Date=2&x-amz-signature=3&X-Amz%2DSignature=4"))
                .isEqualTo("X-Amz-Date=2&x-amz-signature=3");
    }

    private static String canonical(String rawQuery) {
        return QueryParameters.parse(rawQuery).orElseThrow().canonical();
    }
}
