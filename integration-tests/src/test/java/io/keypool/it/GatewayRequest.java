package io.keypool.it;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/**
 * A request to a protected service, signed by AWS's Java SDK whatever its path is.
 *
 * @param target path and query as they stand in the request line
 * @param headers names and values
 */
record GatewayRequest(
        String method, String scheme, String host, String target, List<List<String>> headers, String clientAddress) {

    private static final String DOCUMENTATION_ADDRESS = "192.0.2.7";

    GatewayRequest {
        headers = List.copyOf(headers);
    }

    static GatewayRequest of(String method, String origin, String target) {
        URI address = URI.create(origin);
        return new GatewayRequest(
                method, address.getScheme(), address.getAuthority(), target, List.of(), DOCUMENTATION_ADDRESS);
    }

    GatewayRequest from(String address) {
        return new GatewayRequest(method, scheme, host, target, headers, address);
    }

    GatewayRequest by(String otherScheme) {
        return new GatewayRequest(method, otherScheme, host, target, headers, clientAddress);
    }

    GatewayRequest to(String otherMethod, String otherHost, String otherTarget) {
        return new GatewayRequest(otherMethod, scheme, otherHost, otherTarget, headers, clientAddress);
    }

    GatewayRequest with(String name, String value) {
        List<List<String>> more = new ArrayList<>(headers);
        more.add(List.of(name, value));
        return new GatewayRequest(method, scheme, host, target, more, clientAddress);
    }

    GatewayRequest without(String name) {
        List<List<String>> fewer = new ArrayList<>(headers);
        fewer.removeIf(header -> header.get(0).equalsIgnoreCase(name));
        return new GatewayRequest(method, scheme, host, target, fewer, clientAddress);
    }

    GatewayRequest signed(Credentials credentials, String service) {
        return signed(credentials, service, "us-east-1", "");
    }

    GatewayRequest signed(Credentials credentials, String service, String region, String body) {
        return sign(credentials, service, region, sign -> {
            if (!body.isEmpty()) {
                sign.payload(ContentStreamProvider.fromUtf8String(body));
            }
        });
    }

    /** As S3's clients do over TLS: {@code UNSIGNED-PAYLOAD}. */
    GatewayRequest signedWithoutBody(Credentials credentials) {
        return sign(
                credentials,
                "s3",
                "us-east-1",
                sign -> sign.putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false));
    }

    private GatewayRequest sign(
            Credentials credentials,
            String service,
            String region,
            Consumer<SignRequest.Builder<AwsCredentialsIdentity>> more) {
        boolean doubled = !service.equals("s3");
        SignRequest.Builder<AwsCredentialsIdentity> sign = SignRequest.builder(identity(credentials))
                .request(unsigned())
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, doubled)
                .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, doubled);
        more.accept(sign);
        List<List<String>> all = new ArrayList<>();
        AwsV4HttpSigner.create()
                .sign(sign.build())
                .request()
                .forEachHeader((name, values) -> values.forEach(value -> all.add(List.of(name, value))));
        return new GatewayRequest(method, scheme, host, target, all, clientAddress);
    }

    private SdkHttpRequest unsigned() {
        int mark = target.indexOf('?');
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .protocol(scheme)
                .host(URI.create(scheme + "://" + host).getHost())
                .encodedPath(mark < 0 ? target : target.substring(0, mark));
        int port = URI.create(scheme + "://" + host).getPort();
        if (port >= 0) {
            request.port(port);
        }
        if (mark >= 0) {
            for (String pair : target.substring(mark + 1).split("&", -1)) {
                String[] parts = pair.split("=", 2);
                request.appendRawQueryParameter(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        headers.forEach(header -> request.appendHeader(header.get(0), header.get(1)));
        return request.build();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static AwsCredentialsIdentity identity(Credentials credentials) {
        return AwsSessionCredentialsIdentity.create(
                credentials.accessKeyId(), credentials.secretKey(), credentials.sessionToken());
    }

    /** Neither headers nor query: they sign. */
    @Override
    public String toString() {
        return method + " " + host + " " + target;
    }
}
