package io.keypool.it;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/**
 * Signs calls, GetCallerIdentity if nothing else is said, with the signer of AWS's Java SDK, unmodified, to be sent as
 * it is or changed on its way.
 */
record SdkSigner(AwsCredentialsIdentity identity, Instant signedAt, String region, String service) {

    private static final String CALL = "Action=GetCallerIdentity&Version=2011-06-15";

    static SdkSigner of(Credentials credentials) {
        return of(AwsSessionCredentialsIdentity.create(
                credentials.accessKeyId(), credentials.secretKey(), credentials.sessionToken()));
    }

    static SdkSigner of(AwsCredentialsIdentity identity) {
        return new SdkSigner(identity, Instant.now(), "us-east-1", "sts");
    }

    SdkSigner in(String otherRegion) {
        return new SdkSigner(identity, signedAt, otherRegion, service);
    }

    SdkSigner to(String otherService) {
        return new SdkSigner(identity, signedAt, region, otherService);
    }

    SdkSigner shifted(Duration offset) {
        return new SdkSigner(identity, signedAt.plus(offset), region, service);
    }

    /** A POST with the signature in its headers; those of the request are signed with it. */
    SignedCall post(URI address) {
        return call(address, CALL);
    }

    /** As {@link #post}, of another call. */
    SignedCall call(URI address, String form) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .uri(address)
                .method(SdkHttpMethod.POST)
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .putHeader("X-Note", "signed too")
                .build();
        return new SignedCall(sign(request, form), form);
    }

    /** A call of Cognito Identity. */
    SignedCall json(URI address, String operation, String body) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .uri(address)
                .method(SdkHttpMethod.POST)
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "AWSCognitoIdentityService." + operation)
                .build();
        return new SignedCall(sign(request, body), body);
    }

    /** A GET with the signature in its headers and that parameter more. */
    SignedCall get(URI address, String parameter, String value) {
        return new SignedCall(sign(query(address, parameter, value), ""), "");
    }

    /** A presigned GET with that parameter more. */
    SignedCall presigned(URI address, Duration lifetime, String parameter, String value) {
        SignRequest<AwsCredentialsIdentity> toSign = toSign(query(address, parameter, value), "")
                .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, lifetime)
                .build();
        return new SignedCall(AwsV4HttpSigner.create().sign(toSign).request(), "");
    }

    private static SdkHttpRequest query(URI address, String parameter, String value) {
        return SdkHttpRequest.builder()
                .uri(address)
                .method(SdkHttpMethod.GET)
                .putRawQueryParameter("Action", "GetCallerIdentity")
                .putRawQueryParameter("Version", "2011-06-15")
                .putRawQueryParameter(parameter, value)
                .build();
    }

    private SdkHttpRequest sign(SdkHttpRequest request, String body) {
        return AwsV4HttpSigner.create().sign(toSign(request, body).build()).request();
    }

    private SignRequest.Builder<AwsCredentialsIdentity> toSign(SdkHttpRequest request, String body) {
        return SignRequest.builder(identity)
                .request(request)
                .payload(ContentStreamProvider.fromString(body, StandardCharsets.UTF_8))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, Clock.fixed(signedAt, ZoneOffset.UTC));
    }
}
