package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;
import software.amazon.awssdk.services.sts.model.ExpiredTokenException;

/**
 * AssumeRoleWithSAML with responses of the realm's SAML identity providers.
 *
 * <p>Source: STS API, AssumeRoleWithSAML (members of the answer, errors); IAM User Guide, Configure SAML assertions for
 * the authentication response (attributes) and Troubleshoot SAML federation (texts). What is verified of a response,
 * and that one may come again, is ours: docs/security.md.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AssumeRoleWithSamlIT {

    private static final String ATTRIBUTES = "https://aws.amazon.com/SAML/Attributes/";
    private static final String PROVIDER = SamlTenant.arn(SamlTenant.CORP);
    private static final String INVALID = "InvalidIdentityToken";
    private static final String DENIED = "Not authorized to perform sts:AssumeRoleWithSAML";
    private static final String END_OF_STATEMENT = "</saml:AttributeStatement>";

    private final Keypool keypool;
    private final SamlTenant tenant;
    private final StsClient client;
    private String role = "";

    AssumeRoleWithSamlIT(Keypool keypool, @TempDir Path directory) {
        this.keypool = keypool;
        this.tenant = SamlTenant.create(keypool, directory);
        this.client = keypool.anonymousSts(tenant.realm().name());
    }

    @BeforeAll
    void setUp() {
        role = addRole(PROVIDER, "{}", "sts:AssumeRoleWithSAML");
    }

    @AfterAll
    void close() {
        client.close();
        tenant.close();
    }

    @Test
    void givesTheSdkEveryMemberOfTheAnswer() {
        AssumeRoleWithSamlResponse answer = assume(role, signed(message(Map.of())), request -> {});

        assertThat(answer.issuer()).isEqualTo(SamlTenant.ENTITY);
        assertThat(answer.subject()).isEqualTo("ada");
        assertThat(answer.subjectType()).isEqualTo("persistent");
        assertThat(answer.audience()).isEqualTo(tenant.brokerEndpoint(SamlTenant.CORP));
        assertThat(answer.nameQualifier()).matches("[A-Za-z0-9+/]{27}=");
        assertThat(answer.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::000000000000:assumed-role/" + name(role) + "/ada@example.com");
        assertThat(answer.assumedRoleUser().assumedRoleId()).matches("AROA[A-Z2-7]{17}:ada@example.com");
        assertThat(answer.credentials().accessKeyId()).matches("ASIA[A-Z2-7]{16}");
        assertThat(answer.credentials().expiration())
                .isCloseTo(Instant.now().plus(Duration.ofHours(1)), within(60, ChronoUnit.SECONDS));
        assertThat(answer.packedPolicySize()).isNull();
        assertThat(answer.sourceIdentity()).isNull();
    }

    @Test
    void policiesSeeWhoseAssertionItIs() {
        String knowing = addRole(
                PROVIDER,
                """
                {"StringEquals": {"saml:aud": "%s", "saml:iss": "%s", "saml:sub": "ada", "saml:sub_type": "transient",
                 "saml:doc": "000000000000/corp"}}""".formatted(tenant.brokerEndpoint(SamlTenant.CORP), SamlTenant.ENTITY),
                "sts:AssumeRoleWithSAML");
        Map<String, List<String>> attributes = attributes(knowing);

        assertThat(assume(knowing, signed(message(Map.of("format", "transient"), attributes)), request -> {})
                        .subjectType())
                .isEqualTo("transient");
        assertRefused(knowing, signed(message(Map.of(), attributes)), "AccessDenied", DENIED);
    }

    @Test
    void theAssertionSetsTagsSourceIdentityAndDuration() {
        String letting = addRole(
                PROVIDER,
                "{\"StringEquals\": {\"aws:RequestTag/team\": \"blue\", \"sts:SourceIdentity\": \"ada\"},"
                        + " \"ForAllValues:StringEquals\": {\"sts:TransitiveTagKeys\": \"team\"}}",
                "sts:AssumeRoleWithSAML",
                "sts:TagSession",
                "sts:SetSourceIdentity");
        Map<String, List<String>> attributes = attributes(letting);
        attributes.put("PrincipalTag:team", List.of("blue"));
        attributes.put("TransitiveTagKeys", List.of("team"));
        attributes.put("SourceIdentity", List.of("ada"));
        attributes.put("SessionDuration", List.of("900"));

        AssumeRoleWithSamlResponse answer = assume(letting, signed(message(Map.of(), attributes)), request -> {});

        assertThat(answer.sourceIdentity()).isEqualTo("ada");
        assertThat(answer.packedPolicySize()).isBetween(1, 100);
        assertThat(answer.credentials().expiration())
                .isCloseTo(Instant.now().plusSeconds(900), within(60, ChronoUnit.SECONDS));
        attributes.put("Role", List.of(role + "," + PROVIDER));
        assertRefused(
                role,
                signed(message(Map.of(), attributes)),
                "AccessDenied",
                "Not authorized to perform sts:TagSession");
    }

    @Test
    void theSessionIsNoLongerThanTheOneAtTheProvider() {
        Instant end = Instant.now().plusSeconds(120).truncatedTo(ChronoUnit.SECONDS);
        SamlMessage ending =
                message(Map.of()).with("SessionIndex=\"1\"", "SessionIndex=\"1\" SessionNotOnOrAfter=\"" + end + "\"");

        assertThat(assume(role, signed(ending), request -> request.durationSeconds(3600))
                        .credentials()
                        .expiration())
                .isEqualTo(end);
    }

    @Test
    void aSessionPolicyAndADurationLimitTheSession() {
        AssumeRoleWithSamlResponse answer = assume(
                role,
                signed(message(Map.of())),
                request -> request.durationSeconds(900)
                        .policy("{\"Statement\": {\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}}"));

        assertThat(answer.packedPolicySize()).isPositive();
        assertThat(answer.credentials().expiration())
                .isCloseTo(Instant.now().plusSeconds(900), within(60, ChronoUnit.SECONDS));
        FederatedRole.assertRefused(
                () -> assume(role, signed(message(Map.of())), request -> request.durationSeconds(3601)),
                "ValidationError",
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }

    /** As at AWS: people choose among their roles with one response. */
    @Test
    void aResponseMayComeAgainUnlessItIsForOnce() {
        String many = signed(message(Map.of()));
        String once = signed(
                message(Map.of()).with("</saml:AudienceRestriction>", "</saml:AudienceRestriction><saml:OneTimeUse/>"));

        assume(role, many, request -> {});
        assertThat(assume(role, many, request -> {}).credentials()).isNotNull();

        assertRefused(OwnRealm.roleArn("missing"), once, "AccessDenied", DENIED);
        assume(role, once, request -> {});
        assertRefused(role, once, INVALID, "The SAML assertion was used already.");
    }

    @Test
    void aResponseMayBeAddressedToSts() {
        String endpoint = tenant.realm().sts().toString();
        String response = signed(message(Map.of("recipient", endpoint, "destination", endpoint)));
        String pools = tenant.realm().identityPool().toString();

        assertThat(assume(role, response, request -> {}).audience()).isEqualTo(endpoint);
        assertRefused(
                role,
                signed(message(Map.of("recipient", pools, "destination", pools))),
                INVALID,
                "Response does not contain the required audience.");
    }

    @Test
    void atTheHostRootTheDestinationLeadsToTheRealm() {
        try (StsClient root = keypool.sts()) {
            String response = signed(message(Map.of()));

            assertThat(root.assumeRoleWithSAML(request ->
                                    request.roleArn(role).principalArn(PROVIDER).samlAssertion(response))
                            .subject())
                    .isEqualTo("ada");
            assertThatThrownBy(() -> root.assumeRoleWithSAML(request -> request.roleArn(role)
                            .principalArn(PROVIDER)
                            .samlAssertion(
                                    signed(message(Map.of("destination", "https://signin.aws.amazon.com/saml"))))))
                    .hasMessageContaining("Specified provider doesn't exist");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesAttributesThatAreMissingOrOfAnotherForm(String attribute, List<String> values, String message) {
        Map<String, List<String>> attributes = attributes(role);
        attributes.put(attribute, values);

        assertRefused(role, signed(message(Map.of(), attributes)), INVALID, message);
    }

    Stream<Arguments> refusesAttributesThatAreMissingOrOfAnotherForm() {
        String pattern = "[a-zA-Z_0-9+=,.@-]{2,64}";
        return Stream.of(
                Arguments.of("Role", List.of(), "Role is required in AuthnResponse"),
                Arguments.of("RoleSessionName", List.of(), "RoleSessionName is required in AuthnResponse"),
                Arguments.of(
                        "RoleSessionName", List.of("a b"), "RoleSessionName in AuthnResponse must match " + pattern),
                Arguments.of(
                        "RoleSessionName",
                        List.of("ada", "bob"),
                        "RoleSessionName in AuthnResponse must have one value"),
                Arguments.of("SourceIdentity", List.of("a b"), "Source Identity must match " + pattern),
                Arguments.of("SessionDuration", List.of("899"), "SessionDuration in AuthnResponse must be"),
                Arguments.of("SessionDuration", List.of("an hour"), "SessionDuration in AuthnResponse must be"),
                Arguments.of("TransitiveTagKeys", List.of("team"), "The session tags in AuthnResponse are not valid"),
                Arguments.of("PrincipalTag:a*b", List.of("x"), "The session tags in AuthnResponse are not valid"));
    }

    @Test
    void aRoleIsOnlyForThoseWhomTheAssertionAndItsTrustPolicyGiveItTo() {
        Map<String, List<String>> others = attributes(role);
        others.put("Role", List.of(OwnRealm.roleArn("other") + "," + PROVIDER, role + "," + SamlTenant.arn("another")));
        String distrusting = addRole(SamlTenant.arn("another"), "{}", "sts:AssumeRoleWithSAML");
        Map<String, List<String>> either = attributes(distrusting);
        either.put("Role", List.of(PROVIDER + ", " + role, distrusting + "," + PROVIDER));

        assertRefused(role, signed(message(Map.of(), others)), "AccessDenied", DENIED);
        assertRefused(distrusting, signed(message(Map.of(), either)), "AccessDenied", DENIED);
        assertThat(assume(role, signed(message(Map.of(), either)), request -> {})
                        .credentials())
                .isNotNull();
    }

    @Test
    void refusesAProviderThatTheRealmDoesNotHave() {
        for (String provider : List.of(
                SamlTenant.arn("missing"),
                "arn:aws:iam::111111111111:saml-provider/corp",
                "arn:aws:iam::000000000000:oidc-provider/corp")) {
            FederatedRole.assertRefused(
                    () -> assume(role, signed(message(Map.of())), request -> request.principalArn(provider)),
                    INVALID,
                    "Specified provider doesn't exist");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesAResponseThatProvesNothing(String name, String response, String code, String message) {
        assertRefused(role, response, code, message);
    }

    Stream<Arguments> refusesAResponseThatProvesNothing(@TempDir Path directory) {
        String invalid = "Your request included an invalid SAML response.";
        String audience = "Response does not contain the required audience.";
        return Stream.of(
                Arguments.of("no base64", "<not base64>", INVALID, invalid),
                Arguments.of("no XML", "AAAA", INVALID, invalid),
                Arguments.of("not signed", message(Map.of()).base64(), INVALID, "Response signature invalid"),
                Arguments.of(
                        "signed by somebody else",
                        message(Map.of())
                                .signAssertion(SamlSigner.of(SelfSigned.key(directory)))
                                .base64(),
                        INVALID,
                        "Response signature invalid"),
                Arguments.of(
                        "changed after it was signed",
                        message(Map.of())
                                .signAssertion(tenant.signer())
                                .with(">ada<", ">eve<")
                                .base64(),
                        INVALID,
                        "Response signature invalid"),
                Arguments.of(
                        "of another issuer",
                        signed(message(Map.of("issuer", "https://other.example.com"))),
                        INVALID,
                        "Issuer not present in specified provider"),
                Arguments.of(
                        "for another audience",
                        signed(message(Map.of("audience", "https://signin.aws.amazon.com/saml"))),
                        INVALID,
                        audience),
                Arguments.of(
                        "for another recipient",
                        signed(message(Map.of("recipient", "https://signin.aws.amazon.com/saml"))),
                        INVALID,
                        audience),
                Arguments.of("about nobody", signed(message(Map.of("nameId", ""))), INVALID, "NameID is required"),
                Arguments.of(
                        "a failure",
                        signed(message(Map.of("status", "Responder"))),
                        "IDPRejectedClaim",
                        "The SAML response reports no success."));
    }

    @Test
    void anEndedResponseIsToldSo() {
        String past = Instant.now().minusSeconds(120).toString();

        assertThatThrownBy(
                        () -> assume(role, signed(message(Map.of("notOnOrAfter", past, "end", past))), request -> {}))
                .isInstanceOf(ExpiredTokenException.class)
                .hasMessageContaining("Token expired: current date/time ");
    }

    private SamlMessage message(Map<String, String> values) {
        return message(values, attributes(role));
    }

    private SamlMessage message(Map<String, String> values, Map<String, List<String>> attributes) {
        Map<String, String> all = new HashMap<>(Map.of("nameId", "ada"));
        all.putAll(values);
        StringBuilder statement = new StringBuilder();
        attributes.forEach((name, texts) -> {
            if (!texts.isEmpty()) {
                statement.append("<saml:Attribute Name=\"" + ATTRIBUTES + name + "\">");
                texts.forEach(text -> statement.append("<saml:AttributeValue>" + text + "</saml:AttributeValue>"));
                statement.append("</saml:Attribute>");
            }
        });
        return tenant.message(all).with(END_OF_STATEMENT, statement + END_OF_STATEMENT);
    }

    private static Map<String, List<String>> attributes(String role) {
        return new HashMap<>(Map.of(
                "Role", List.of(role + "," + PROVIDER),
                "RoleSessionName", List.of("ada@example.com")));
    }

    private String signed(SamlMessage message) {
        return message.signAssertion(tenant.signer()).base64();
    }

    private String addRole(String provider, String conditions, String... actions) {
        return tenant.realm().addRole("role-" + UUID.randomUUID(), """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"Federated": "%s"},
                 "Action": ["%s"], "Condition": %s}}""".formatted(
                        provider, String.join("\", \"", actions), conditions));
    }

    private static String name(String roleArn) {
        return roleArn.substring(roleArn.lastIndexOf('/') + 1);
    }

    private AssumeRoleWithSamlResponse assume(
            String wanted, String response, Consumer<AssumeRoleWithSamlRequest.Builder> change) {
        return client.assumeRoleWithSAML(request ->
                change.accept(request.roleArn(wanted).principalArn(PROVIDER).samlAssertion(response)));
    }

    private void assertRefused(String wanted, String response, String code, String message) {
        FederatedRole.assertRefused(() -> assume(wanted, response, request -> {}), code, message);
    }
}
