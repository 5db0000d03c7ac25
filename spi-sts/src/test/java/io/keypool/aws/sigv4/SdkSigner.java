package io.keypool.aws.sigv4;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignerProperty;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs with the signer of AWS's Java SDK, so that expectations do not come from the code under test. */
record SdkSigner(AwsCredentialsIdentity identity, Instant signedAt, Map<SignerProperty<Boolean>, Boolean> properties) {

    SdkSigner(AwsCredentialsIdentity identity, Instant signedAt) {
        this(identity, signedAt, Map.of());
    }

    SignedHttpRequest sign(SdkHttpRequest request, byte[] body) {
        return sign(request, body, AuthLocation.HEADER, Optional.empty());
    }

    /** @param expires empty leaves {@code X-Amz-Expires} out, as AWS's SDKs do when they are not told it */
    SignedHttpRequest presign(SdkHttpRequest request, byte[] body, Optional<Duration> expires) {
        return sign(request, body, AuthLocation.QUERY_STRING, expires);
    }

    private SignedHttpRequest sign(
            SdkHttpRequest request, byte[] body, AuthLocation location, Optional<Duration> expires) {
        ContentStreamProvider payload = () -> new ByteArrayInputStream(body);
        SignRequest.Builder<AwsCredentialsIdentity> toSign = SignRequest.builder(identity)
                .request(request)
                .payload(payload)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, Vanilla.SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, Vanilla.REGION)
                .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, Clock.fixed(signedAt, ZoneOffset.UTC))
                .putProperty(AwsV4HttpSigner.AUTH_LOCATION, location);
        expires.ifPresent(duration -> toSign.putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, duration));
        properties.forEach(toSign::putProperty);
        SignedRequest signed = AwsV4HttpSigner.create().sign(toSign.build());
        return asSent(signed.request(), signed.payload().map(SdkSigner::bytes).orElse(body));
    }

    private static byte[] bytes(ContentStreamProvider payload) {
        try (InputStream stream = payload.newStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The request as it travels. */
    static SignedHttpRequest asSent(SdkHttpRequest signed, byte[] body) {
        URI uri = signed.getUri();
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        return new SignedHttpRequest(signed.method().name(), uri.getRawPath(), query, signed.headers(), body);
    }
}
