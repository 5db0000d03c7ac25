package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Responses that somebody made who is not the identity provider, or made something else of.
 *
 * <p>Source: Somorovsky et al., "On Breaking SAML: Be Whoever You Want to Be", USENIX Security 2012 (wrapping); CERT
 * VU#475445 (comments in names); SAML 2.0 core, 5.4 (what a signature may use); NIST SP 800-131A (no SHA-1). Text of a
 * bad signature: contract §1.4.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SamlForgeryIT {

    private static final String NOT_VERIFIED = "Invalid login token. Couldn't verify signed token.";
    private static final String MALFORMED = "Invalid login token. Not a valid SAML response.";

    private final SamlTenant tenant;
    private final RSAKey foreignKey;

    /** Whom the forger wants to be: somebody new in each test, since the test makes them known at its end. */
    private String victim = "";

    SamlForgeryIT(Keypool keypool, @TempDir Path directory) throws IOException {
        this.tenant = SamlTenant.create(keypool, directory);
        this.foreignKey = SelfSigned.key(Files.createDirectory(directory.resolve("foreign")));
    }

    @BeforeEach
    void nextVictim() {
        victim = "victim-" + UUID.randomUUID();
    }

    @AfterAll
    void close() {
        tenant.close();
    }

    @Test
    void refusesWhatIsNotSigned() {
        tenant.assertRefused(tenant.message(victim), NOT_VERIFIED);
        tenant.assertUnknown(victim);
    }

    @Test
    void refusesAForeignKeyThatBringsItsCertificateAlong() {
        SamlSigner foreign = SamlSigner.of(foreignKey);

        tenant.assertRefused(tenant.message(victim).signAssertion(foreign), NOT_VERIFIED);
        tenant.assertRefused(tenant.message(victim).signResponse(foreign), NOT_VERIFIED);
        tenant.assertRefused(
                tenant.message(victim).signAssertion(tenant.signer()).signResponse(foreign), NOT_VERIFIED);
        tenant.assertRefused(tenant.message(victim).signAssertion(foreign).signResponse(tenant.signer()), NOT_VERIFIED);
        tenant.assertUnknown(victim);
    }

    @Test
    void refusesWhatWasChangedAfterwards() {
        tenant.assertRefused(tenant.login("nobody").with("nobody", victim), NOT_VERIFIED);
        tenant.assertRefused(
                tenant.message("nobody").signResponse(tenant.signer()).with("nobody", victim), NOT_VERIFIED);
        tenant.assertUnknown(victim);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAWrappedSignature(SignatureWrapping wrapping) {
        for (String id : List.of("_forged", "")) {
            SamlMessage message = tenant.message("mallory");
            SamlMessage signed = wrapping.isOfResponses()
                    ? message.signResponse(tenant.signer())
                    : message.signAssertion(tenant.signer());

            tenant.assertRefused(wrapping.wrap(signed, "mallory", victim, id), MALFORMED);
        }
        tenant.assertUnknown(victim);
    }

    /** The forged assertion is the only one, and the signature one over something else in the message. */
    @Test
    void refusesASignatureOverAnotherElement() {
        SamlMessage message = tenant.message(victim);
        SamlMessage other =
                message.with("<samlp:Status>", "<samlp:Extensions><x ID=\"_other\"/></samlp:Extensions><samlp:Status>");

        tenant.assertRefused(other.signAssertion(tenant.signer().uri("#_other")), NOT_VERIFIED);
        tenant.assertRefused(message.signAssertion(tenant.signer().uri("")), NOT_VERIFIED);
        tenant.assertRefused(message.signAssertion(tenant.signer().uri("#xpointer(id('{id}'))")), NOT_VERIFIED);
        tenant.assertUnknown(victim);
    }

    /** A signature that does not stand in what it signs: the response's, put into the assertion. */
    @Test
    void refusesASignatureInAnotherPlace() {
        SamlMessage message = tenant.message(victim)
                .signResponse(tenant.signer())
                .edit(document -> move(document.getDocumentElement(), SamlMessage.assertion(document)));

        tenant.assertRefused(message, NOT_VERIFIED);
        tenant.assertUnknown(victim);
    }

    @Test
    void refusesTwoAssertions() {
        SamlMessage message = tenant.login(victim).edit(document -> {
            Element assertion = SamlMessage.assertion(document);
            Element second = (Element) assertion.cloneNode(true);
            second.setAttribute("ID", "_second");
            assertion.getParentNode().appendChild(second);
        });

        tenant.assertRefused(message, MALFORMED);
        tenant.assertRefused(message.signResponse(tenant.signer()), MALFORMED);
        tenant.assertUnknown(victim);
    }

    /** The comment is not signed; a reader that takes the text before it reads another name than was signed. */
    @Test
    void readsANameAcrossAComment() {
        String whole = tenant.identity(tenant.login("victim@example.com.evil.test"));

        SamlMessage cut = tenant.login("victim@example.com.evil.test").with(".evil", "<!-- -->.evil");

        assertThat(tenant.identity(cut)).isEqualTo(whole);
        tenant.assertUnknown("victim@example.com");
        tenant.assertUnknown(".evil.test");
    }

    static Stream<String> documentTypes() {
        return Stream.of(
                "<!DOCTYPE x>",
                "<!DOCTYPE x SYSTEM \"http://localhost:1/x.dtd\">",
                "<!DOCTYPE x [<!ENTITY name \"victim\">]>",
                "<!DOCTYPE x [<!ENTITY name SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY name \"&b;&b;&b;\">]>",
                "<!DOCTYPE x [<!ATTLIST saml:Assertion Id ID #IMPLIED>]>");
    }

    @ParameterizedTest
    @MethodSource("documentTypes")
    void refusesDocumentTypes(String documentType) {
        SamlMessage message = tenant.login(victim);
        String name = documentType.contains("name") ? "&name;" : victim;

        tenant.assertRefused(
                new SamlMessage(documentType
                        + message.with(">" + victim + "<", ">" + name + "<").xml()),
                MALFORMED);
        tenant.assertUnknown(victim);
    }

    @Test
    void refusesXmlThatIsTooDeep() {
        int depth = 3000;
        SamlMessage message = tenant.login(victim)
                .with("<samlp:Status>", "<a>".repeat(depth) + "</a>".repeat(depth) + "<samlp:Status>");

        tenant.assertRefused(message, MALFORMED);
        tenant.assertUnknown(victim);
    }

    @Test
    void refusesSha1() {
        SamlSigner signer = tenant.signer();

        for (SamlSigner weak : List.of(signer.method(SignatureMethod.RSA_SHA1), signer.digest(DigestMethod.SHA1))) {
            tenant.assertRefused(tenant.message(victim).signAssertion(weak), NOT_VERIFIED);
            tenant.assertRefused(tenant.message(victim).signResponse(weak), NOT_VERIFIED);
        }
        tenant.assertUnknown(victim);
    }

    @Test
    void refusesTransformsThatSamlDoesNotName() {
        SamlSigner signer = tenant.signer();

        for (SamlSigner other : List.of(
                signer.transforms(Transform.ENVELOPED),
                signer.transforms(Transform.ENVELOPED, CanonicalizationMethod.INCLUSIVE),
                signer.transforms(Transform.ENVELOPED, Transform.XPATH, CanonicalizationMethod.EXCLUSIVE))) {
            tenant.assertRefused(tenant.message(victim).signAssertion(other), NOT_VERIFIED);
        }
        tenant.assertUnknown(victim);
    }

    @Test
    void takesStrongerDigests() {
        SamlSigner stronger = tenant.signer().method(SignatureMethod.RSA_SHA512).digest(DigestMethod.SHA512);

        assertThat(tenant.identity(tenant.message("strong").signAssertion(stronger)))
                .isEqualTo(tenant.identity(tenant.login("strong")));
    }

    private static void move(Element from, Element to) {
        for (Node child = from.getFirstChild(); child != null; child = child.getNextSibling()) {
            if ("Signature".equals(child.getLocalName())) {
                to.appendChild(child);
                return;
            }
        }
    }
}
