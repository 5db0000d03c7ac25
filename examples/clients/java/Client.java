import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.GetCredentialsForIdentityResponse;
import software.amazon.awssdk.services.sts.StsClient;

/** A guest, then the same one signed in: {@code ID_TOKEN=… java -cp 'target/lib/*' Client.java}. */
public final class Client {

    // README begins
    private static final CognitoIdentityClient POOLS = CognitoIdentityClient.builder()
            .endpointOverride(URI.create("http://localhost:8080/realms/demo/identity-pool"))
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build();

    private static String newGuest() {
        String pool = "us-east-1:00000000-0000-4000-8000-000000000001";
        return POOLS.getId(request -> request.identityPoolId(pool)).identityId();
    }

    /** A guest has no logins; who signed in has {@code Map.of("localhost:8080/realms/demo", idToken)}. */
    private static GetCredentialsForIdentityResponse credentials(String identity, Map<String, String> logins) {
        return POOLS.getCredentialsForIdentity(
                request -> request.identityId(identity).logins(logins));
    }

    private static AwsCredentialsProvider provider(GetCredentialsForIdentityResponse answer) {
        var keys = answer.credentials();
        return StaticCredentialsProvider.create(
                AwsSessionCredentials.create(keys.accessKeyId(), keys.secretKey(), keys.sessionToken()));
    }
    // README ends

    private Client() {}

    public static void main(String[] args) {
        String guest = newGuest();
        show(credentials(guest, Map.of()));
        show(credentials(guest, Map.of("localhost:8080/realms/demo", System.getenv("ID_TOKEN"))));
    }

    private static void show(GetCredentialsForIdentityResponse answer) {
        try (StsClient sts = StsClient.builder()
                .endpointOverride(URI.create("http://localhost:8080"))
                .region(Region.US_EAST_1)
                .credentialsProvider(provider(answer))
                .build()) {
            System.out.println("identity " + answer.identityId());
            System.out.println("acts as " + sts.getCallerIdentity().arn());
        }
    }
}
