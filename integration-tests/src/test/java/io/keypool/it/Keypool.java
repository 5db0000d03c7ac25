package io.keypool.it;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.sts.StsClient;

/** A server with the demo realm, and clients for it: AWS's own, unmodified, and a raw one. */
public record Keypool(URI url) {

    /** The fixtures of the demo realm. */
    public static final String POOL_ID = "us-east-1:00000000-0000-4000-8000-000000000001";

    public static final String GUEST_ROLE = "arn:aws:iam::000000000000:role/DemoGuest";
    public static final String AUTHENTICATED_ROLE = "arn:aws:iam::000000000000:role/DemoAuthenticated";

    /** The confidential client with {@code manage-identity-pools} and {@code use-developer-identities}. */
    public static final String BACKEND = "demo-backend";

    public static final String BACKEND_SECRET = "demo-backend-secret-0123456789";

    /** {@code {url}/realms/{realm}/identity-pool}. */
    public URI identityPool(String realm) {
        return url.resolve("/realms/" + realm + "/identity-pool");
    }

    /** {@code {url}/realms/{realm}/sts}. */
    public URI sts(String realm) {
        return url.resolve("/realms/" + realm + "/sts");
    }

    /** AWS's client for Cognito Identity, without credentials. */
    public CognitoIdentityClient cognito() {
        return cognito("demo", AnonymousCredentialsProvider.create());
    }

    /** AWS's client for Cognito Identity that signs as the demo realm's backend. */
    public CognitoIdentityClient backend() {
        return cognito("demo", AwsBasicCredentials.create(BACKEND, BACKEND_SECRET));
    }

    /** AWS's client for Cognito Identity of a realm that signs with those credentials. */
    public CognitoIdentityClient cognito(String realm, AwsCredentials credentials) {
        return cognito(realm, StaticCredentialsProvider.create(credentials));
    }

    /** AWS's client for Cognito Identity of a realm that does not call again what was refused for being too much. */
    CognitoIdentityClient cognitoWithoutRetries(String realm) {
        return CognitoIdentityClient.builder()
                .endpointOverride(identityPool(realm))
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    private CognitoIdentityClient cognito(String realm, AwsCredentialsProvider credentials) {
        return CognitoIdentityClient.builder()
                .endpointOverride(identityPool(realm))
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** AWS's client for STS, without credentials. It drops the path of its endpoint and calls the host root. */
    public StsClient sts() {
        return StsClient.builder()
                .endpointOverride(sts("demo"))
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** AWS's client for STS that signs with temporary credentials. */
    public StsClient sts(Credentials credentials) {
        return StsClient.builder()
                .endpointOverride(sts("demo"))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        credentials.accessKeyId(), credentials.secretKey(), credentials.sessionToken())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /**
     * AWS's client for STS that signs as that user of a realm. A long-lived key names no realm, so the path that the
     * client drops is set again before it signs.
     */
    public StsClient sts(String realm, String accessKeyId, String secretAccessKey) {
        return sts(realm, AwsBasicCredentials.create(accessKeyId, secretAccessKey));
    }

    /** AWS's client for STS of a realm, without credentials, with the path that it drops set again. */
    StsClient anonymousSts(String realm) {
        return sts(realm, AnonymousCredentialsProvider.create());
    }

    StsClient sts(String realm, AwsCredentials credentials) {
        return sts(realm, StaticCredentialsProvider.create(credentials));
    }

    private StsClient sts(String realm, AwsCredentialsProvider credentials) {
        return StsClient.builder()
                .endpointOverride(sts(realm))
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .overrideConfiguration(override -> override.addExecutionInterceptor(new ExecutionInterceptor() {
                    @Override
                    public SdkHttpRequest modifyHttpRequest(
                            Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
                        return context.httpRequest()
                                .copy(request -> request.encodedPath(sts(realm).getRawPath()));
                    }
                }))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** A new guest of the demo pool. */
    public String newGuest() {
        try (CognitoIdentityClient client = cognito()) {
            return client.getId(request -> request.identityPoolId(POOL_ID)).identityId();
        }
    }

    /** An OpenID token of the guest. */
    public String openIdToken(String identityId) {
        try (CognitoIdentityClient client = cognito()) {
            return client.getOpenIdToken(request -> request.identityId(identityId))
                    .token();
        }
    }

    /** Credentials of the guest, by the enhanced flow. */
    public Credentials credentials(String identityId) {
        try (CognitoIdentityClient client = cognito()) {
            return client.getCredentialsForIdentity(request -> request.identityId(identityId))
                    .credentials();
        }
    }

    /** The server's option after how many seconds it writes its statistics. */
    static String statisticsInterval(int seconds) {
        return "--spi-realm-restapi-extension--identity-pool--statistics-interval=" + seconds;
    }

    /** The server's option after how many seconds it looks for idle guests. */
    static String guestExpiryInterval(int seconds) {
        return "--spi-realm-restapi-extension--identity-pool--guest-expiry-interval=" + seconds;
    }

    public RawHttp raw() {
        return new RawHttp();
    }

    public Admin admin() {
        return new Admin(url);
    }
}
