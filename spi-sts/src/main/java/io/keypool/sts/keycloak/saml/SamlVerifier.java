package io.keypool.sts.keycloak.saml;

import static io.keypool.sts.keycloak.saml.XmlElement.ASSERTION;

import io.keypool.aws.Secret;
import java.time.InstantSource;
import java.util.Optional;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Verifies the responses of a SAML identity provider, wholly and whatever its configuration leaves out. Keycloak's own
 * validation is bound to a login at its broker, and checks a signature only where the realm is so configured.
 *
 * @see <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf">SAML 2.0 profiles, 4.1.4</a>
 */
public final class SamlVerifier {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final InstantSource clock;
    private final String address;

    /** @param address where a response may be addressed to, beside the realm's broker endpoint */
    public SamlVerifier(KeycloakSession session, RealmModel realm, InstantSource clock, String address) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
        this.address = address;
    }

    /** Whether the identity provider has keys to verify with; nobody is asked for them. */
    public boolean hasKeys(SAMLIdentityProviderConfig config) {
        return SigningKeys.of(session, realm, config, clock).areConfigured();
    }

    /**
     * @param token a response, in base64
     * @throws Unproven when it proves nothing
     */
    public VerifiedAssertion verify(SAMLIdentityProviderConfig config, Secret token) {
        Expected expected = Expected.of(session, realm, config, address);
        XmlElement assertion = signedAssertion(config, expected, SamlResponse.parse(token));
        SamlResponse.checkVersion(assertion);
        String issuer = assertion.requiredChild(ASSERTION, "Issuer").text();
        if (!issuer.equals(expected.issuer())) {
            throw Refusal.otherIssuer(issuer, "the assertion is of another issuer");
        }
        assertion.requiredAttribute("ID");
        return new VerifiedAssertion(assertion, new ConditionsCheck(expected, clock.instant()).confirmation(assertion));
    }

    /**
     * Where a response says that it is addressed to, before anything of it is proven.
     *
     * @throws io.keypool.sts.keycloak.token.Unproven when it is none
     */
    public static Optional<String> claimedDestination(Secret token) {
        return SamlResponse.parse(token).destination();
    }

    /**
     * The assertion as it was signed, by itself or with the response that it is part of. Where the realm wants more, it
     * gets it: {@code wantAssertionsSigned} and {@code wantAssertionsEncrypted} are kept, for they only add to that.
     */
    private XmlElement signedAssertion(SAMLIdentityProviderConfig config, Expected expected, SamlResponse presented) {
        SignatureCheck signature = new SignatureCheck(SigningKeys.of(session, realm, config, clock));
        Optional<SamlResponse> response = signature.signed(presented.root()).map(SamlResponse::of);
        checkAddress(expected, response.orElse(presented));
        if (config.isWantAssertionsEncrypted() && !presented.isEncrypted()) {
            throw Refusal.notVerified("the assertion is not encrypted");
        }
        XmlElement assertion = presented.isEncrypted() ? decrypted(config, response) : presented.assertion();
        Optional<XmlElement> signed = signature.signed(assertion);
        if (signed.isPresent()) {
            return signed.get();
        }
        if (response.isEmpty() || config.isWantAssertionsSigned()) {
            throw Refusal.notVerified("the assertion is not signed");
        }
        return presented.isEncrypted() ? assertion : response.get().assertion();
    }

    private XmlElement decrypted(SAMLIdentityProviderConfig config, Optional<SamlResponse> signedResponse) {
        XmlElement encrypted = signedResponse
                .map(SamlResponse::assertion)
                .orElseThrow(() -> Refusal.notVerified("an encrypted assertion is in a response that is not signed"));
        return new EncryptedAssertions(session, realm, config).decrypt(encrypted);
    }

    private static void checkAddress(Expected expected, SamlResponse response) {
        response.issuer().filter(issuer -> !issuer.equals(expected.issuer())).ifPresent(other -> {
            throw Refusal.otherIssuer(other, "the response is of another issuer");
        });
        if (response.destination()
                .filter(to -> !expected.endpoints().contains(to))
                .isPresent()) {
            throw Refusal.notForUs("the response is for another destination");
        }
    }
}
