import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A device of one of the backend's users: {@code java -cp 'target/lib/*' Device.java http://localhost:8091
 * http://localhost:8080/realms/demo/identity-pool mary her-password}. It has no key of its own.
 */
public final class Device {

    private static final Pattern ISSUED = Pattern.compile("\\{\"identityId\": \"([^\"]+)\", \"token\": \"([^\"]+)\"}");

    private Device() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Matcher issued = ISSUED.matcher(logIn(args[0], "user=" + args[2] + "&password=" + args[3]));
        if (!issued.matches()) {
            throw new IOException("The backend did not let us in");
        }
        Credentials credentials = credentials(URI.create(args[1]), issued.group(1), issued.group(2));
        System.out.println("identity " + issued.group(1));
        System.out.println("acts as " + whoAmI(URI.create(args[1]).resolve("/"), credentials));
    }

    private static String logIn(String backend, String form) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        http.send(
                HttpRequest.newBuilder(URI.create(backend + "/login"))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return http.send(
                        HttpRequest.newBuilder(URI.create(backend + "/identity")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** What matters here: the backend's token is a login under the name of Cognito itself. */
    private static Credentials credentials(URI identityPools, String identityId, String token) {
        try (CognitoIdentityClient pools = CognitoIdentityClient.builder()
                .endpointOverride(identityPools)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            return pools.getCredentialsForIdentity(request -> request.identityId(identityId)
                            .logins(Map.of("cognito-identity.amazonaws.com", token)))
                    .credentials();
        }
    }

    private static String whoAmI(URI sts, Credentials credentials) {
        try (StsClient client = StsClient.builder()
                .endpointOverride(sts)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        credentials.accessKeyId(), credentials.secretKey(), credentials.sessionToken())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            return client.getCallerIdentity().arn();
        }
    }
}
