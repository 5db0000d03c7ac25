package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityException;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentity.model.GetCredentialsForIdentityResponse;
import software.amazon.awssdk.services.cognitoidentity.model.GetOpenIdTokenForDeveloperIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/**
 * What a device does with the token that its backend was given for its user. Source: reference/aws-contract.md §1.4,
 * §1.6 (GetCredentialsForIdentity, GetOpenIdTokenForDeveloperIdentity), §3, §6.5.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeveloperTokenIT {

    private static final String POOL_KEY = "cognito-identity.amazonaws.com";
    private static final String PROVIDER = "login.own";
    private static final String NO_MATCH =
            "Logins don't match. Please include at least one valid login for this identity or identity pool.";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final String pool;
    private final Backend backend;
    private final FederatedRole roles;
    private final String role;

    DeveloperTokenIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        this.pool = realm.addPool(Map.of("developerProviderName", PROVIDER));
        this.backend = Backend.of(keypool, realm, pool, PROVIDER);
        this.roles = new FederatedRole(keypool, realm);
        this.role = realm.addRole("Team", trust("\"sts:AssumeRoleWithWebIdentity\", \"sts:TagSession\""), """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Resource": "*",
                 "Action": "cognito-identity:DescribeIdentityPool",
                 "Condition": {"StringEquals": {"aws:PrincipalTag/team": "blue"}}}}""");
        realm.configure(OwnRealm.componentOf(pool), Map.of("authenticatedRoleArn", role));
    }

    @AfterAll
    void close() {
        roles.close();
        backend.close();
        realm.close();
    }

    private String trust(String actions) {
        return """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": [%s],
              "Principal": {"Federated": "cognito-identity.amazonaws.com"},
              "Condition": {
                "StringEquals": {"cognito-identity.amazonaws.com:aud": "%s"},
                "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "login.own"}}}]}
            """.formatted(actions, pool);
    }

    @Test
    void theDeviceHasCredentialsOfTheUsersIdentity() {
        var issued = backend.token("ann");

        GetCredentialsForIdentityResponse answer = credentials(issued.identityId(), issued.token());

        Credentials credentials = answer.credentials();
        assertThat(answer.equalsBySdkFields(GetCredentialsForIdentityResponse.builder()
                        .identityId(issued.identityId())
                        .credentials(made -> made.accessKeyId(credentials.accessKeyId())
                                .secretKey(credentials.secretKey())
                                .sessionToken(credentials.sessionToken())
                                .expiration(credentials.expiration()))
                        .build()))
                .isTrue();
        StsAnswer.success(SdkSigner.of(credentials).post(realm.sts()).send(keypool.raw()), "GetCallerIdentity");
    }

    @Test
    void theTokenMayBeUsedAgainUntilItEnds() {
        var issued = backend.token("ann");

        credentials(issued.identityId(), issued.token());
        credentials(issued.identityId(), issued.token());
    }

    @Test
    void theTokensTagsAreTheSessionsInTheEnhancedFlow() {
        var blue = backend.token("ann", tags("team", "blue"));
        var red = backend.token("ann", tags("team", "red"));

        assertThat(describes(
                        session(credentials(blue.identityId(), blue.token()).credentials())))
                .isTrue();
        assertThat(describes(session(credentials(red.identityId(), red.token()).credentials())))
                .isFalse();
    }

    @Test
    void theTokensTagsAreTheSessionsInTheClassicFlow() {
        var issued = backend.token("ann", tags("team", "blue"));

        AssumeRoleWithWebIdentityResponse assumed = roles.assume(role, issued.token());

        assertThat(assumed.subjectFromWebIdentityToken()).isEqualTo(issued.identityId());
        assertThat(assumed.audience()).isEqualTo(pool);
        assertThat(assumed.provider()).isEqualTo(POOL_KEY);
        var made = assumed.credentials();
        assertThat(describes(
                        AwsSessionCredentials.create(made.accessKeyId(), made.secretAccessKey(), made.sessionToken())))
                .isTrue();
    }

    @Test
    void tagsNeedARoleThatLetsItsSessionsBeTagged() {
        String strict = realm.addRole("Strict", trust("\"sts:AssumeRoleWithWebIdentity\""));

        roles.assume(strict, backend.token("ann").token());
        roles.assertRefused(
                strict,
                backend.token("ann", tags("team", "blue")).token(),
                "AccessDenied",
                "Not authorized to perform sts:TagSession");
    }

    @Test
    void whoWentIntoTheIdentityIsLedOn() {
        String guest = realm.newGuest(pool);
        String source = backend.link("source", guest);
        String destination = backend.identity("destination");
        backend.merge("source", "destination");
        var issued = backend.token("source");

        assertThat(issued.identityId()).isEqualTo(destination);
        assertThat(credentials(source, issued.token()).identityId()).isEqualTo(destination);
    }

    @Test
    void aTokenIsForTheIdentityThatItWasIssuedFor() {
        var ann = backend.token("ann");
        String ben = backend.identity("ben");
        String guest = realm.newGuest(pool);

        assertRefused(ben, ann.token(), NO_MATCH);
        assertRefused(guest, ann.token(), NO_MATCH);
    }

    @Test
    void aUserWhoWasUnlinkedHasNothingOfTheToken() {
        var issued = backend.token("leaver");
        backend.unlink("leaver", issued.identityId());

        assertRefused(issued.identityId(), issued.token(), NO_MATCH);
    }

    @Test
    void aTokenOfAnIdentityThatWasMergedAwayIsOver() {
        var issued = backend.token("old");
        backend.identity("new");
        backend.merge("old", "new");

        assertRefused(issued.identityId(), issued.token(), "Invalid login token. Token was revoked.");
        FederatedRole.assertRefused(() -> roles.assume(role, issued.token()), "ExpiredTokenException", "");
    }

    @Test
    void aDisabledIdentityIsRefused() {
        var issued = backend.token("closed");
        keypool.admin()
                .post("/" + realm.name() + "/identity-pools/identities/" + issued.identityId() + "/disable", Map.of());

        assertRefused(issued.identityId(), issued.token(), "Invalid login token. Token was revoked.");
        CognitoRefusal.assertRefused(
                () -> backend.token("closed"),
                "NotAuthorizedException",
                "Access to Identity '" + issued.identityId() + "' is forbidden.");
    }

    @Test
    void theTokenComesAlone() {
        var issued = backend.token("ann");

        CognitoRefusal.assertRefused(
                () -> realm.cognito()
                        .getCredentialsForIdentity(request -> request.identityId(issued.identityId())
                                .logins(Map.of(POOL_KEY, issued.token(), "idp.example.com", "token"))),
                "InvalidParameterException",
                "A Cognito token is to be the only login.");
    }

    @Test
    void theTokenIsNoLoginInOtherCalls() {
        var issued = backend.token("ann");
        Map<String, String> logins = Map.of(POOL_KEY, issued.token());
        String message = "Invalid login token. Can't pass in a Cognito token.";

        NotAuthorized.assertRefused(
                () -> realm.cognito()
                        .getId(request -> request.identityPoolId(pool).logins(logins)),
                message);
        NotAuthorized.assertRefused(
                () -> realm.cognito()
                        .getOpenIdToken(request ->
                                request.identityId(issued.identityId()).logins(logins)),
                message);
        NotAuthorized.assertRefused(
                () -> realm.cognito()
                        .unlinkIdentity(request -> request.identityId(issued.identityId())
                                .logins(logins)
                                .loginsToRemove(List.of(PROVIDER))),
                message);
    }

    @Test
    void theDeveloperProviderIsNoPublicOne() {
        String identity = backend.identity("ann");

        CognitoRefusal.assertRefused(
                () -> realm.cognito()
                        .getCredentialsForIdentity(
                                request -> request.identityId(identity).logins(Map.of(PROVIDER, "ann"))),
                "InvalidParameterException",
                "Please provide a valid public provider.");
    }

    private static Consumer<GetOpenIdTokenForDeveloperIdentityRequest.Builder> tags(String key, String value) {
        return request -> request.principalTags(Map.of(key, value));
    }

    private GetCredentialsForIdentityResponse credentials(String identity, String token) {
        return realm.cognito()
                .getCredentialsForIdentity(
                        request -> request.identityId(identity).logins(Map.of(POOL_KEY, token)));
    }

    private void assertRefused(String identity, String token, String message) {
        NotAuthorized.assertRefused(() -> credentials(identity, token), message);
    }

    private static AwsSessionCredentials session(Credentials credentials) {
        return AwsSessionCredentials.create(
                credentials.accessKeyId(), credentials.secretKey(), credentials.sessionToken());
    }

    /** Whether the role's policy lets the session, which it asks for the tag. */
    private boolean describes(AwsSessionCredentials session) {
        try (CognitoIdentityClient cognito = keypool.cognito(realm.name(), session)) {
            cognito.describeIdentityPool(request -> request.identityPoolId(pool));
            return true;
        } catch (CognitoIdentityException refusal) {
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
            return false;
        }
    }
}
