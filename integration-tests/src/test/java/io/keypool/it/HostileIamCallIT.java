package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Requests at the addresses of IAM that are no call of it, or no signed one.
 *
 * <p>Source: reference/aws-contract.md §4.1, §4.3 and §5.3, which hold for every Query service; HostileStsCallIT has
 * the same for STS in more ways.
 */
@ExtendWith(KeypoolExtension.class)
final class HostileIamCallIT {

    private static final String VERSION = "&Version=2010-05-08";

    private final Keypool keypool;

    HostileIamCallIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/realms/demo/iam", "/realms/demo/iam/", "/"})
    void everyActionIsSigned(String target) {
        post(target, "Action=ListRoles" + VERSION).expect(403, "MissingAuthenticationToken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/realms/demo/iam", "/"})
    void anActionThatIsNotServedIsInvalid(String target) {
        Refusal refusal = post(target, "Action=CreateUser" + VERSION).expect(400, "InvalidAction");

        assertThat(refusal.message()).isEqualTo("Could not find operation CreateUser for version 2010-05-08");
    }

    @ParameterizedTest
    @CsvSource({
        "Action=ListRoles&Version=2011-06-15, 400, InvalidAction",
        "Action=ListRoles, 400, InvalidAction",
        "Version=2010-05-08, 400, MissingAction",
        "Action=ListRoles&Version=2010-05-08&Action=GetRole, 404, MalformedQueryString",
        "Action=%zz, 404, MalformedQueryString"
    })
    void whatIsNoCallIsRefused(String form, int status, String code) {
        post("/realms/demo/iam", form).expect(status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void otherMethodsAreRefusedInTheShapeOfIam(String method) {
        Refusal.ofIam(WireRequest.of(method, "/realms/demo/iam").send(keypool.url()))
                .expect(400, "InvalidAction");
    }

    @Test
    void anUnknownRealmIsRefusedInTheShapeOfIam() {
        post("/realms/nowhere/iam", "Action=ListRoles" + VERSION).expect(400, "InvalidAction");
    }

    @Test
    void aContentTypeThatIsNoFormIsNoCall() {
        Refusal.ofIam(WireRequest.of("POST", "/realms/demo/iam")
                        .header("Content-Type", "application/json")
                        .body("Action=ListRoles" + VERSION)
                        .send(keypool.url()))
                .expect(400, "MissingAction");
    }

    @Test
    void aSignatureForAnotherServiceIsRefused() {
        SdkSigner signer =
                SdkSigner.of(AwsCredentialsIdentity.create("demo-operator", "demo-operator-secret-0123456789"));
        String form = "Action=ListRoles" + VERSION;

        assertThat(signer.to("iam")
                        .call(keypool.url().resolve("/realms/demo/iam"), form)
                        .send(keypool.raw())
                        .statusCode())
                .isEqualTo(200);
        assertThat(signer.to("sts")
                        .call(keypool.url().resolve("/realms/demo/iam"), form)
                        .send(keypool.raw())
                        .body())
                .contains(
                        "<Code>SignatureDoesNotMatch</Code>", "Credential should be scoped to correct service: 'iam'.");
    }

    @Test
    void aKeyIsKnownInItsRealmOnly() {
        SdkSigner signer =
                SdkSigner.of(AwsCredentialsIdentity.create("demo-operator", "demo-operator-secret-0123456789"));

        assertThat(signer.to("iam")
                        .call(keypool.url().resolve("/realms/social/iam"), "Action=ListRoles" + VERSION)
                        .send(keypool.raw())
                        .body())
                .contains("<Code>InvalidClientTokenId</Code>");
    }

    @Test
    void browsersMayAsk() {
        WireAnswer preflight = WireRequest.of("OPTIONS", "/realms/demo/iam")
                .header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "POST")
                .send(keypool.url());

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).containsExactly("*");
    }

    private Refusal post(String target, String form) {
        return Refusal.ofIam(WireRequest.sts(target, form).send(keypool.url()));
    }
}
