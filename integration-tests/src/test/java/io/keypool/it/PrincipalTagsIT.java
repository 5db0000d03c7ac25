package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidIdentityPoolConfigurationException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * Claims of a login become tags of its session, by which policies decide. Source: contract §1.6, §3, §6.4, §6.5; Amazon
 * Cognito Developer Guide, attributes for access control; IAM User Guide, session tags.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PrincipalTagsIT {

    private static final String TAGS = "https://aws.amazon.com/tags";

    /** Who has the tag may assume the role of that name. */
    private static final String TO_THE_ROLE_OF_THE_DEPARTMENT = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
             "Resource": "arn:aws:iam::000000000000:role/${aws:PrincipalTag/department}"}}""";

    private static final String FOR_THE_ACCOUNT = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
             "Principal": {"AWS": "000000000000"}}}""";

    private final Keypool keypool;
    private final MappedPool pool;
    private final String it;
    private final String hr;

    PrincipalTagsIT(Keypool keypool) {
        this.keypool = keypool;
        this.pool = MappedPool.create(keypool);
        this.it = pool.realm().addRole("it", FOR_THE_ACCOUNT);
        this.hr = pool.realm().addRole("hr", FOR_THE_ACCOUNT);
        pool.administrator()
                .setPrincipalTagAttributeMap(request -> request.identityPoolId(pool.id())
                        .identityProviderName(pool.provider().arn())
                        .principalTags(Map.of("department", "dept", "level", "level")));
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void aTagOfTheSessionDecides() {
        useRole("Staff", pool.trust("sts:AssumeRoleWithWebIdentity", "sts:TagSession"));

        Credentials session = pool.credentials(pool.logins(Map.of("dept", "it", "level", 3)));

        try (StsClient sts = pool.sts(session)) {
            assertThat(sts.assumeRole(request -> request.roleArn(it).roleSessionName("chained"))
                            .assumedRoleUser()
                            .arn())
                    .endsWith("/it/chained");
            assertThatThrownBy(
                            () -> sts.assumeRole(request -> request.roleArn(hr).roleSessionName("chained")))
                    .isInstanceOfSatisfying(
                            StsException.class,
                            refusal -> assertThat(refusal.awsErrorDetails().errorCode())
                                    .isEqualTo("AccessDenied"));
        }
    }

    @Test
    void aRoleThatLetsNoSessionBeTaggedIsNotUsableForWhoHasATag() {
        useRole("Untagged", pool.trust("sts:AssumeRoleWithWebIdentity"));

        assertNotUsable(() -> pool.credentials(pool.logins(Map.of("dept", "it"))));
        assertThat(pool.credentials(pool.logins(Map.of())).accessKeyId())
                .as("a claim that is missing gives no tag")
                .startsWith("ASIA");
    }

    @Test
    void theTrustPolicyDecidesByTheTagsThatAreAskedFor() {
        useRole(
                "OnlyIt",
                pool.trust("sts:AssumeRoleWithWebIdentity", "sts:TagSession")
                        .replace("\"StringEquals\": {", "\"StringEquals\": {\"aws:RequestTag/department\": \"it\", "));

        assertThat(pool.credentials(pool.logins(Map.of("dept", "it"))).accessKeyId())
                .startsWith("ASIA");
        assertNotUsable(() -> pool.credentials(pool.logins(Map.of("dept", "hr"))));
    }

    @Test
    void theClassicFlowCarriesTheTagsInTheToken() throws ParseException {
        String role = useRole("Classic", pool.trust("sts:AssumeRoleWithWebIdentity", "sts:TagSession"));

        String token = openIdToken(pool.logins(Map.of("dept", "it", "level", 3)));

        assertThat(claims(token).getJSONObjectClaim(TAGS))
                .isEqualTo(Map.of("principal_tags", Map.of("department", List.of("it"), "level", List.of("3"))));
        software.amazon.awssdk.services.sts.model.Credentials session = assume(role, token);
        try (StsClient sts = keypool.sts(
                pool.realm().name(),
                AwsSessionCredentials.create(
                        session.accessKeyId(), session.secretAccessKey(), session.sessionToken()))) {
            assertThat(sts.assumeRole(request -> request.roleArn(it).roleSessionName("chained"))
                            .assumedRoleUser()
                            .arn())
                    .endsWith("/it/chained");
        }
    }

    @Test
    void theClassicFlowNeedsTheRolesLeaveToo() {
        String role = useRole("ClassicUntagged", pool.trust("sts:AssumeRoleWithWebIdentity"));

        String token = openIdToken(pool.logins(Map.of("dept", "it")));

        assertThatThrownBy(() -> assume(role, token))
                .isInstanceOfSatisfying(
                        StsException.class,
                        refusal -> assertThat(refusal.awsErrorDetails().errorMessage())
                                .isEqualTo("Not authorized to perform sts:TagSession"));
    }

    @Test
    void aTokenWithoutTagsSaysNothingOfThem() throws ParseException {
        assertThat(claims(openIdToken(pool.logins(Map.of()))).getClaims()).doesNotContainKey(TAGS);
        assertThat(claims(pool.realm().openIdToken(pool.realm().newGuest(pool.id())))
                        .getClaims())
                .as("a guest's")
                .doesNotContainKey(TAGS);
    }

    @Test
    void aClaimThatCanBeNoTagRefusesTheLoginAndLinksNobody() {
        useRole("Anything", pool.trust("sts:AssumeRoleWithWebIdentity", "sts:TagSession"));
        String guest = pool.realm().newGuest(pool.id());

        for (Object claim : List.of("a,b", "x".repeat(257), List.of("it", "hr"), Map.of("name", "it"))) {
            Map<String, String> logins = pool.logins(Map.of("dept", claim));

            NotAuthorized.assertRefused(
                    () -> pool.realm()
                            .cognito()
                            .getOpenIdToken(request -> request.identityId(guest).logins(logins)),
                    "Invalid login token. It gives no valid principal tag: "
                            + (claim instanceof String ? "department" : "dept") + ".");
        }
        assertThat(pool.realm().openIdToken(guest)).as("still a guest").isNotEmpty();
    }

    @Test
    void theDefaultsAreTheSubjectAndTheClient() throws ParseException {
        String defaults = pool.realm()
                .addPoolOf(Map.of(
                        "openIdConnectProviderArns", List.of(pool.provider().arn()),
                        "principalTagAttributeMaps",
                                List.of("{\"" + pool.provider().arn() + "\": {\"UseDefaults\": true}}")));
        Map<String, String> logins =
                Map.of(pool.provider().name(), pool.provider().idToken("somebody"));
        String identity = pool.realm().identity(defaults, logins);

        String token = pool.realm()
                .cognito()
                .getOpenIdToken(request -> request.identityId(identity).logins(logins))
                .token();

        assertThat(claims(token).getJSONObjectClaim(TAGS))
                .isEqualTo(Map.of(
                        "principal_tags", Map.of("username", List.of("somebody"), "client", List.of("own-app"))));
    }

    /** A role that those who log in get, and that may assume the role of its department; its ARN. */
    private String useRole(String name, String trust) {
        String role = pool.realm().addRole(name, trust, TO_THE_ROLE_OF_THE_DEPARTMENT);
        pool.administrator()
                .setIdentityPoolRoles(
                        request -> request.identityPoolId(pool.id()).roles(Map.of("authenticated", role)));
        return role;
    }

    private String openIdToken(Map<String, String> logins) {
        String identity = pool.realm().identity(pool.id(), logins);
        return pool.realm()
                .cognito()
                .getOpenIdToken(request -> request.identityId(identity).logins(logins))
                .token();
    }

    private software.amazon.awssdk.services.sts.model.Credentials assume(String role, String token) {
        try (StsClient anybody = keypool.anonymousSts(pool.realm().name())) {
            return anybody.assumeRoleWithWebIdentity(request ->
                            request.roleArn(role).roleSessionName("classic").webIdentityToken(token))
                    .credentials();
        }
    }

    private static JWTClaimsSet claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }

    private static void assertNotUsable(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidIdentityPoolConfigurationException.class);
    }
}
