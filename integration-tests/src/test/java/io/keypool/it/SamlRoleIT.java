package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentity.model.GetCredentialsForIdentityRequest;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Which role a SAML login gets. Source: contract §1.7, row "SAML"; Amazon Cognito Developer Guide, SAML identity
 * providers, customizing a role. What it leaves open is decided in docs/adr/0030.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SamlRoleIT {

    private static final String ROLES = "https://aws.amazon.com/SAML/Attributes/Role";

    private final Keypool keypool;
    private final SamlTenant tenant;
    private final String fallback;
    private final String admin;
    private final String reader;

    SamlRoleIT(Keypool keypool, @TempDir Path directory) {
        this.keypool = keypool;
        this.tenant = SamlTenant.create(keypool, directory);
        this.fallback = addRole("Fallback");
        this.admin = addRole("Admin");
        this.reader = addRole("Reader");
    }

    @AfterAll
    void close() {
        tenant.close();
    }

    @Test
    void theRoleOfTheAssertionNeedsNoOtherRoleOfThePool() {
        configure(Map.of());

        assertThat(role("ann", List.of(pair(reader)))).isEqualTo(reader);
        assertThat(role("ben", List.of(SamlTenant.arn(SamlTenant.CORP) + "," + reader)))
                .as("in the other order")
                .isEqualTo(reader);
    }

    @Test
    void ofSeveralRolesTheCallerChoosesOne() {
        configure(Map.of());

        NotAuthorized.assertRefused(
                () -> role("ann", List.of(pair(reader), pair(admin))),
                "The ambiguous role mapping rules for: " + SamlTenant.arn(SamlTenant.CORP) + " denied this request.");
        assertThat(role("ann", List.of(pair(reader), pair(admin)), admin)).isEqualTo(admin);
        NotAuthorized.assertRefused(
                () -> role("ann", List.of(pair(reader)), admin), "Access to Role '" + admin + "' is forbidden.");
    }

    @Test
    void aRoleForAnotherProviderIsNone() {
        configure(Map.of("authenticatedRoleArn", fallback));

        assertThat(role("carol", List.of(admin + "," + SamlTenant.arn("other"))))
                .isEqualTo(fallback);
    }

    @Test
    void anAssertionThatNamesNoRoleGetsTheAuthenticatedOne() {
        configure(Map.of("authenticatedRoleArn", fallback));

        assertThat(role("dora", List.of())).isEqualTo(fallback);
    }

    @Test
    void aMappingByTokenSaysWhatHoldsForSeveral() {
        configure(Map.of(
                "authenticatedRoleArn",
                fallback,
                "roleMappings",
                mapping("{\"Type\": \"Token\", \"AmbiguousRoleResolution\": \"AuthenticatedRole\"}")));

        assertThat(role("emil", List.of(pair(reader), pair(admin)))).isEqualTo(fallback);
        assertThat(role("emil", List.of(pair(reader)))).isEqualTo(reader);
    }

    @Test
    void rulesLookAtAttributesAndComeBeforeTheRolesOfTheAssertion() {
        configure(Map.of("roleMappings", mapping("""
                {"Type": "Rules", "AmbiguousRoleResolution": "Deny", "RulesConfiguration": {"Rules": [
                 {"Claim": "urn:oid:0.9.2342.19200300.100.1.3", "MatchType": "Contains", "Value": "@example.com",
                  "RoleARN": "%s"}]}}""".formatted(admin))));

        assertThat(role("fred", List.of(pair(reader)))).isEqualTo(admin);
    }

    private void configure(Map<String, String> options) {
        tenant.realm()
                .configure(
                        OwnRealm.componentOf(tenant.pool()),
                        Map.of(
                                "authenticatedRoleArn", options.getOrDefault("authenticatedRoleArn", ""),
                                "roleMappings", options.getOrDefault("roleMappings", "")));
    }

    private static String mapping(String json) {
        return "{\"" + SamlTenant.arn(SamlTenant.CORP) + "\": " + json + "}";
    }

    private static String pair(String role) {
        return role + "," + SamlTenant.arn(SamlTenant.CORP);
    }

    private String addRole(String name) {
        return tenant.realm().addRole(name, """
            {"Version": "2012-10-17", "Statement": [{
              "Effect": "Allow",
              "Principal": {"Federated": "cognito-identity.amazonaws.com"},
              "Action": "sts:AssumeRoleWithWebIdentity",
              "Condition": {"StringEquals": {"cognito-identity.amazonaws.com:aud": "%s"}}}]}
            """.formatted(tenant.pool()));
    }

    /** The ARN of the role that somebody gets of whom an assertion names those roles. */
    private String role(String nameId, List<String> roles) {
        return role(nameId, roles, GetCredentialsForIdentityRequest.builder());
    }

    private String role(String nameId, List<String> roles, String wanted) {
        return role(nameId, roles, GetCredentialsForIdentityRequest.builder().customRoleArn(wanted));
    }

    private String role(String nameId, List<String> roles, GetCredentialsForIdentityRequest.Builder call) {
        String identity = tenant.identity(tenant.login(nameId));
        Credentials credentials = tenant.realm()
                .cognito()
                .getCredentialsForIdentity(call.identityId(identity)
                        .logins(Map.of(
                                SamlTenant.arn(SamlTenant.CORP),
                                login(nameId, roles).base64()))
                        .build())
                .credentials();
        try (StsClient sts = keypool.sts(
                tenant.realm().name(),
                AwsSessionCredentials.create(
                        credentials.accessKeyId(), credentials.secretKey(), credentials.sessionToken()))) {
            return OwnRealm.roleArn(sts.getCallerIdentity().arn().split("/", -1)[1]);
        }
    }

    private SamlMessage login(String nameId, List<String> roles) {
        String values = roles.stream()
                .map(role -> "<saml:AttributeValue>" + role + "</saml:AttributeValue>")
                .collect(Collectors.joining());
        String attribute = "<saml:Attribute Name=\"" + ROLES + "\">" + values + "</saml:Attribute>";
        SamlMessage message = tenant.message(nameId);
        return (roles.isEmpty()
                        ? message
                        : message.with("</saml:AttributeStatement>", attribute + "</saml:AttributeStatement>"))
                .signAssertion(tenant.signer());
    }
}
