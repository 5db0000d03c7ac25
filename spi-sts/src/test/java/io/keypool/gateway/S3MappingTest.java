package io.keypool.gateway;

import static io.keypool.gateway.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source of actions and resources: Amazon S3 User Guide, Required permissions for Amazon S3 API operations. */
final class S3MappingTest {

    private final S3Mapping mapping = new S3Mapping();

    @ParameterizedTest
    @CsvSource({
        "GET, /bucket/key, s3:GetObject, bucket/key",
        "GET, /bucket/key?x-id=GetObject, s3:GetObject, bucket/key",
        "GET, /bucket/key?response-content-type=text%2Fplain&partNumber=1, s3:GetObject, bucket/key",
        "GET, /bucket/key?X-Amz-Signature=0&X-Amz-Expires=60&x-amz-checksum-mode=ENABLED, s3:GetObject, bucket/key",
        "HEAD, /bucket/key, s3:GetObject, bucket/key",
        "PUT, /bucket/a/b/c?x-id=PutObject, s3:PutObject, bucket/a/b/c",
        "PUT, /bucket/folder/, s3:PutObject, bucket/folder/",
        "DELETE, /bucket/key, s3:DeleteObject, bucket/key",
        "GET, /bucket/a%20b%2B/%C3%A9, s3:GetObject, bucket/a b+/é",
        "GET, /bucket/a%2Fb, s3:GetObject, bucket/a/b",
        "GET, /bucket/a*?x-id=, s3:GetObject, bucket/a*",
        "GET, /bucket/us-east-1:0/%24%7Baws:userid%7D, s3:GetObject, bucket/us-east-1:0/${aws:userid}",
        "GET, /, s3:ListAllMyBuckets, *",
        "GET, /?x-id=ListBuckets&max-buckets=1, s3:ListAllMyBuckets, *",
        "HEAD, /bucket, s3:ListBucket, bucket",
        "HEAD, /my.bucket-1/, s3:ListBucket, my.bucket-1"
    })
    void methodBucketAndKeyAreActionAndResource(String method, String uri, String action, String resource) {
        assertThat(mapping.map(request(method, uri)))
                .isEqualTo(new Mapped.Asked(action, "arn:aws:s3:::" + resource, Map.of()));
    }

    @Test
    void aListTellsWhatItIsLimitedTo() {
        String query = "?list-type=2&prefix=a%20b%2F&delimiter=%2F&max-keys=5&encoding-type=url&start-after=x";

        assertThat(mapping.map(request("GET", "/bucket" + query)))
                .isEqualTo(new Mapped.Asked(
                        "s3:ListBucket",
                        "arn:aws:s3:::bucket",
                        Map.of("s3:prefix", "a b/", "s3:delimiter", "/", "s3:max-keys", "5")));
    }

    @Test
    void anEmptyPrefixIsOne() {
        assertThat(mapping.map(request("GET", "/bucket/?prefix=")))
                .isEqualTo(new Mapped.Asked("s3:ListBucket", "arn:aws:s3:::bucket", Map.of("s3:prefix", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /bucket/key?acl",
        "GET, /bucket/key?ACL=",
        "GET, /bucket/key?tagging",
        "GET, /bucket/key?versionId=1",
        "GET, /bucket/key?uploadId=1",
        "GET, /bucket/key?attributes",
        "GET, /bucket/key?torrent",
        "GET, /bucket/key?list-type=2",
        "GET, /bucket/key?prefix=a",
        "GET, /bucket/key?x-amz-acl=public-read",
        "GET, /bucket/key?X-Amz-Acl=public-read",
        "PUT, /bucket/key?acl",
        "PUT, /bucket/key?tagging",
        "PUT, /bucket/key?retention",
        "PUT, /bucket/key?legal-hold",
        "PUT, /bucket/key?partNumber=1&uploadId=2",
        "PUT, /bucket/key?response-content-type=text%2Fplain",
        "PUT, /bucket/key?x-amz-copy-source=%2Fother%2Fkey",
        "PUT, /bucket/key?X-Amz-Copy-Source=%2Fother%2Fkey",
        "DELETE, /bucket/key?versionId=1",
        "DELETE, /bucket/key?uploadId=1",
        "DELETE, /bucket/key?tagging",
        "POST, /bucket/key?uploads",
        "POST, /bucket/key?select&select-type=2",
        "POST, /bucket/key?restore",
        "POST, /bucket/key",
        "PATCH, /bucket/key",
        "OPTIONS, /bucket/key",
        "COPY, /bucket/key",
        "GET, /bucket?policy",
        "GET, /bucket?acl",
        "GET, /bucket?versions",
        "GET, /bucket?uploads",
        "GET, /bucket?location",
        "GET, /bucket/?website",
        "HEAD, /bucket?prefix=a",
        "PUT, /bucket",
        "PUT, /bucket?policy",
        "DELETE, /bucket",
        "DELETE, /bucket/?policy",
        "POST, /bucket",
        "POST, /bucket?delete",
        "PUT, /",
        "POST, /",
        "HEAD, /",
        "GET, /?policy"
    })
    void whatAsksForAnythingElseIsNothing(String method, String uri) {
        assertThat(mapping.map(request(method, uri))).isInstanceOf(Mapped.Unmapped.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bucket/a+b",
                "/bucket//key",
                "//bucket/key",
                "/bucket/a//b",
                "/bucket/a//",
                "/bucket/a/%2Fb",
                "/bucket/../other/key",
                "/bucket/%2e%2e/other/key",
                "/bucket/..%2Fother%2Fkey",
                "/bucket/a/..",
                "/bucket/./a",
                "/bucket/a;b",
                "/bucket/a%5Cb",
                "/bucket/%00",
                "/bucket/%0D%0A",
                "/bucket/%FF",
                "/bucket/%252e%252e/other",
                "/bucket%2Fkey",
                "/bucket%2F..%2Fother/key",
                "/b%75cket/key",
                "/Bucket/key",
                "/b/key",
                "/-bucket/key",
                "/bu..cket/key",
                "/bucket?prefix=a&prefix=b",
                "/bucket?prefix=a&%70refix=b",
                "/bucket?prefix=a+b",
                "/bucket?prefix=a;delimiter=b",
                "/bucket?prefix=%00",
                "/bucket?prefix=%FF",
                "/bucket?prefix=%",
                "/bucket?prefix[]=a",
                "/bucket?prefix=\"a\""
            })
    void whatCouldBeReadInTwoWaysIsNothing(String uri) {
        assertThat(mapping.map(request("GET", uri))).isInstanceOf(Mapped.Unmapped.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-amz-copy-source",
                "x-amz-acl",
                "x-amz-grant-read",
                "x-amz-tagging",
                "x-amz-object-lock-mode",
                "x-amz-bypass-governance-retention",
                "x-amz-website-redirect-location",
                "x-amz-server-side-encryption",
                "x-amz-mfa",
                "x-amz-checksum",
                "x-amz-something-new"
            })
    void aHeaderThatAsksForMoreIsNotPassedOver(String header) {
        assertThat(mapping.map(request("PUT", "/bucket/key", header))).isInstanceOf(Mapped.Unmapped.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x-amz-date", "x-amz-meta-author", "x-amz-checksum-crc32", "content-type", "x-amzn-trace-id"})
    void aHeaderThatAsksForNothingIsLeftAlone(String header) {
        assertThat(mapping.map(request("PUT", "/bucket/key", header))).isInstanceOf(Mapped.Asked.class);
    }
}
