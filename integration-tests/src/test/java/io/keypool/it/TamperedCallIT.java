package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/**
 * GetCallerIdentity with a signature or a call that changed on its way, at the realm's own address and at the host
 * root. Source: reference/aws-contract.md §4.3, §5.2, §5.3.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TamperedCallIT {

    private static final String REALM = "/realms/demo/sts";
    private static final String ROOT = "/";
    private static final String AUTHORIZATION = "Authorization";
    private static final String TOKEN = "X-Amz-Security-Token";
    private static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided."
                    + " Check your AWS Secret Access Key and signing method.";

    private final Keypool keypool;
    private final Credentials credentials;
    private final SdkSigner signer;

    TamperedCallIT(Keypool keypool) {
        this.keypool = keypool;
        this.credentials = keypool.credentials(keypool.newGuest());
        this.signer = SdkSigner.of(credentials);
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesAnotherAccessKeyId(String path) {
        String other = "ASIA" + "A".repeat(16);

        assertInvalidToken(signer.post(address(path))
                .with(AUTHORIZATION, header -> header.replace(credentials.accessKeyId(), other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesAnotherSecret(String path) {
        AwsCredentialsIdentity wrong = AwsSessionCredentialsIdentity.create(
                credentials.accessKeyId(), "a".repeat(40), credentials.sessionToken());

        assertMismatch(SdkSigner.of(wrong).post(address(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesAChangedToken(String path) {
        assertInvalidToken(signer.post(address(path)).with(TOKEN, TamperedCallIT::withOtherEnd));
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesTheTokenOfOtherCredentials(String path) {
        String other = keypool.credentials(keypool.newGuest()).sessionToken();

        assertInvalidToken(signer.post(address(path)).with(TOKEN, other));
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesAChangedSignature(String path) {
        assertMismatch(signer.post(address(path))
                .with(AUTHORIZATION, header -> header.replaceFirst("Signature=.{4}", "Signature=0000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesAChangedDate(String path) {
        String later = signer.shifted(Duration.ofSeconds(1)).post(address(path)).header("X-Amz-Date");

        assertMismatch(signer.post(address(path)).with("X-Amz-Date", later));
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesAnotherSignedHeaderThatChanged(String path) {
        assertMismatch(signer.post(address(path)).with("X-Note", "changed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesAnAwsHeaderThatIsNotSigned(String path) {
        StsAnswer.refusal(
                send(signer.post(address(path)).with("X-Amz-Client-Context", "added")), 403, "SignatureDoesNotMatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesAChangedBody(String path) {
        SignedCall call = signer.post(address(path));

        StsAnswer.refusal(send(call.withBody(call.body() + "&Note=added")), 403, "SignatureDoesNotMatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesAParameterThatWasAdded(String path) {
        assertMismatch(signer.get(address(path), "Note", "signed").withParameter("Added", "on its way"));
        assertMismatch(signer.presigned(address(path), Duration.ofMinutes(1), "Note", "signed")
                .withParameter("Added", "on its way"));
    }

    @Test
    void refusesAnotherPathThanTheSignedOne() {
        assertMismatch(signer.post(address(ROOT)).to(address(REALM)));
        assertMismatch(signer.post(address(REALM)).to(address(ROOT)));
        assertMismatch(signer.post(address(REALM)).to(address(REALM + "/")));
    }

    private void assertInvalidToken(SignedCall call) {
        StsAnswer.assertRefused(
                send(call), 403, "InvalidClientTokenId", "The security token included in the request is invalid.");
    }

    private void assertMismatch(SignedCall call) {
        assertThat(StsAnswer.refusal(send(call), 403, "SignatureDoesNotMatch")).startsWith(MISMATCH);
    }

    private HttpResponse<String> send(SignedCall call) {
        return call.send(keypool.raw());
    }

    private URI address(String path) {
        return keypool.url().resolve(path);
    }

    private static String withOtherEnd(String token) {
        int middle = token.length() - 20;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        return token.substring(0, middle) + other + token.substring(middle + 1);
    }
}
