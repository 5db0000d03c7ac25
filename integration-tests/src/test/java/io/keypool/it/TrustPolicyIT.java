package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * Roles that an administrator makes: whom their trust policy lets in. Source: reference/aws-contract.md §6.1, §6.2,
 * §6.5 and the operators of the IAM User Guide; DESIGN.md §4 for the issuer's own prefix. In the policies
 * {@code $POOL}, {@code $GUEST} and {@code $ISSUER} (without scheme) stand for those of the test.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrustPolicyIT {

    private static final String COGNITO = "cognito-identity.amazonaws.com";
    private static final String OPEN = "'StringEquals': {'" + COGNITO + ":aud': '$POOL'}";

    /** Without it a role that trusts pools is refused; the operator is one that no other condition here has. */
    private static final String BOUND = "'StringEqualsIgnoreCase': {'" + COGNITO + ":aud': '$POOL'}";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final StsClient sts;
    private final String pool;
    private final String guest;
    private final String token;

    TrustPolicyIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        this.sts = keypool.sts();
        this.pool = realm.addPool(Map.of());
        this.guest = realm.newGuest(pool);
        this.token = realm.openIdToken(guest);
    }

    @AfterAll
    void close() {
        realm.close();
        sts.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OPEN,
                "'StringEquals': {'cognito-identity.amazonaws.com:sub': '$GUEST'}",
                "'StringEquals': {'cognito-identity.amazonaws.com:sub': ['us-east-1:0', '$GUEST']}",
                "'StringLike': {'cognito-identity.amazonaws.com:aud': 'us-east-?:*'}",
                "'StringLike': {'COGNITO-identity.amazonaws.com:SUB': 'us-east-1:*'}",
                "'ForAnyValue:StringEquals': {'cognito-identity.amazonaws.com:amr': ['authenticated',"
                        + " 'unauthenticated']}",
                "'ForAnyValue:StringLike': {'cognito-identity.amazonaws.com:amr': 'unauth*'}",
                "'ForAllValues:StringEquals': {'cognito-identity.amazonaws.com:amr': ['unauthenticated', 'else']}",
                "'StringEquals': {'$ISSUER:sub': '$GUEST', '$ISSUER:aud': '$POOL'}",
                "'ForAnyValue:StringEquals': {'$ISSUER:amr': 'unauthenticated'}"
            })
    void letsInWhomItsConditionsMeet(String conditions) {
        assertAllowed(role(allow(federated(COGNITO), conditions)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'StringEquals': {'cognito-identity.amazonaws.com:aud': 'us-east-1:0'}",
                "'StringEquals': {'cognito-identity.amazonaws.com:aud': 'us-east-1:*'}",
                "'StringLike': {'cognito-identity.amazonaws.com:sub': 'US-EAST-1:*'}",
                "'ForAnyValue:StringEquals': {'cognito-identity.amazonaws.com:amr': 'authenticated'}",
                "'ForAnyValue:StringLike': {'cognito-identity.amazonaws.com:amr': 'authenticated'}",
                "'ForAllValues:StringEquals': {'cognito-identity.amazonaws.com:amr': 'authenticated'}",
                OPEN + ", 'StringLike': {'cognito-identity.amazonaws.com:sub': 'eu-*'}",
                "'StringEquals': {'accounts.google.com:aud': '$POOL'}",
                "'StringEquals': {'localhost/realms/demo/identity-pool:aud': '$POOL'}"
            })
    void keepsOutWhomAConditionDoesNotMeet(String conditions) {
        assertDenied(role(allow(federated(COGNITO), conditions)));
    }

    @Test
    void letsInTheProviderByItsArn() {
        assertAllowed(role(allow(federated("arn:aws:iam::000000000000:oidc-provider/$ISSUER"), OPEN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts.google.com", "arn:aws:iam::111111111111:oidc-provider/$ISSUER"})
    void keepsOutEveryProviderThatItDoesNotName(String provider) {
        assertDenied(role(allow(federated(provider), OPEN)));
    }

    @Test
    void keepsOutWhomItLetsDoSomethingElse() {
        assertDenied(role(allow(federated(COGNITO), OPEN).replace("sts:AssumeRoleWithWebIdentity", "sts:AssumeRole")));
    }

    @Test
    void keepsOutWhomItDeniesEvenWhereItAllowsToo() {
        String allow = statement("Allow", federated(COGNITO), OPEN);
        String deny = statement(
                "Deny", federated(COGNITO), "'StringEquals': {'cognito-identity.amazonaws.com:sub': '$GUEST'}");

        assertDenied(role(policy(allow + "," + deny)));
        assertDenied(role(policy(deny + "," + allow)));
    }

    @Test
    void understandsNegatedOperators() {
        String not = "'StringNotEquals': {'cognito-identity.amazonaws.com:sub': '%s'}";

        assertDenied(role(allow(federated(COGNITO), not.formatted("$GUEST"))));
        assertAllowed(role(allow(federated(COGNITO), not.formatted("us-east-1:0"))));
    }

    @Test
    void letsInWhomADenialDoesNotMeet() {
        String deny = statement(
                "Deny", federated(COGNITO), "'StringEquals': {'cognito-identity.amazonaws.com:sub': 'us-east-1:0'}");

        assertAllowed(role(policy(statement("Allow", federated(COGNITO), OPEN) + "," + deny)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`'StringSounds': {'cognito-identity.amazonaws.com:sub': 'x'}`|"
                        + " Statement[0].Condition.StringSounds",
                "`'StringEquals': {'cognito-identity.amazonaws.com:amr': 'unauthenticated'}`"
                        + "| Statement[0].Condition.StringEquals.cognito-identity.amazonaws.com:amr",
                "`'StringEquals': {'aws:SourceVpc': 'vpc-1'}`| Statement[0].Condition.StringEquals.aws:SourceVpc",
                "`'StringEquals': {'cognito-identity.amazonaws.com:aud': []}`"
                        + "| Statement[0].Condition.StringEquals.cognito-identity.amazonaws.com:aud"
            })
    void refusesConditionsThatItDoesNotUnderstandAndSaysWhere(String conditions, String place) {
        assertInvalid(allow(federated(COGNITO), conditions), place + ": ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{'Nobody': 'x'}`| Statement[0].Principal.Nobody",
                "`{'Federated': '*'}`| Statement[0].Principal.Federated"
            })
    void refusesPrincipalsThatItDoesNotUnderstandAndSaysWhere(String principal, String place) {
        assertInvalid(allow(principal, OPEN), place + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{}", "{'Statement': []}", "{'Statement': [{'Effect': 'Allow'}]}"})
    void refusesWhatIsNoPolicy(String document) {
        assertInvalid(document, "");
    }

    /** Source: Amazon Cognito Developer Guide, Role trust and permissions. */
    @ParameterizedTest
    @ValueSource(strings = {COGNITO, "arn:aws:iam::000000000000:oidc-provider/$ISSUER"})
    void refusesToTrustEveryPoolAndSaysWhatToAdd(String provider) {
        String open = allow(federated(provider), "'StringLike': {'cognito-identity.amazonaws.com:sub': 'us-*'}")
                .replace(BOUND + ", ", "");

        assertInvalid(open, "Statement[0].Condition: lets in tokens that were issued for anybody; add ");
        assertInvalid(open.replace("$ISSUER", "another.example.com/realms/" + realm.name() + "/identity-pool"), "");
    }

    @Test
    void refusesToImportARealmWithARoleThatTrustsEveryPool() {
        String open = json(allow(federated(COGNITO), OPEN).replace(BOUND + ", " + OPEN, ""));
        String name = "it-" + UUID.randomUUID();
        Map<String, Object> role =
                Map.of("name", "Open", "providerId", "iam-role", "config", Map.of("trustPolicy", List.of(open)));

        HttpResponse<String> imported = keypool.admin()
                .post(
                        "",
                        Map.of(
                                "realm",
                                name,
                                "components",
                                Map.of("io.keypool.sts.keycloak.IamRoleProvider", List.of(role))));

        assertThat(imported.statusCode()).as(imported.body()).isGreaterThanOrEqualTo(400);
        assertThat(keypool.admin().get("/" + name).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesANotPrincipal() {
        assertInvalid(allow(federated(COGNITO), OPEN).replace("'Principal'", "'NotPrincipal'"), "Statement[0]");
    }

    @Test
    void refusesARoleOfTheSameNameInAnyCase() {
        String policy = json(allow(federated(COGNITO), OPEN));
        realm.addRole("Taken", policy);

        for (String name : List.of("Taken", "TAKEN")) {
            HttpResponse<String> answer = realm.tryToAddRole(name, Map.of("trustPolicy", policy));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(message(answer)).isEqualTo("Role with name " + name + " already exists.");
        }
    }

    private void assertAllowed(String roleArn) {
        assertThat(assume(roleArn)).isEqualTo(guest);
    }

    private void assertDenied(String roleArn) {
        assertThatThrownBy(() -> assume(roleArn)).isInstanceOfSatisfying(StsException.class, denied -> {
            assertThat(denied.statusCode()).isEqualTo(403);
            assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
            assertThat(denied.awsErrorDetails().errorMessage())
                    .isEqualTo("Not authorized to perform sts:AssumeRoleWithWebIdentity");
        });
    }

    private String assume(String roleArn) {
        return sts.assumeRoleWithWebIdentity(request ->
                        request.roleArn(roleArn).roleSessionName("session").webIdentityToken(token))
                .subjectFromWebIdentityToken();
    }

    private void assertInvalid(String document, String reason) {
        HttpResponse<String> answer =
                realm.tryToAddRole("role-" + UUID.randomUUID(), Map.of("trustPolicy", json(document)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(message(answer)).startsWith("The trust policy is not valid: " + reason);
    }

    private static String message(HttpResponse<String> answer) {
        return Admin.parse(answer.body()).path("errorMessage").asText();
    }

    private String role(String policy) {
        return realm.addRole("role-" + UUID.randomUUID(), json(policy));
    }

    private String json(String policy) {
        String issuer = realm.identityPool().toString().substring("http://".length());
        return policy.replace('\'', '"')
                .replace("$POOL", pool)
                .replace("$GUEST", guest)
                .replace("$ISSUER", issuer);
    }

    private static String allow(String principal, String conditions) {
        return policy(statement("Allow", principal, conditions));
    }

    private static String policy(String statements) {
        return "{'Version': '2012-10-17', 'Statement': [" + statements + "]}";
    }

    private static String statement(String effect, String principal, String conditions) {
        return "{'Effect': '%s', 'Principal': %s, 'Action': 'sts:AssumeRoleWithWebIdentity', 'Condition': {%s, %s}}"
                .formatted(effect, principal, BOUND, conditions);
    }

    private static String federated(String provider) {
        return "{'Federated': '" + provider + "'}";
    }
}
