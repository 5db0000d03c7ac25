package io.keypool.sts.keycloak.saml;

import static io.keypool.sts.keycloak.saml.XmlElement.ASSERTION;

import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.saml.SAMLDecryptionKeysLocator;
import org.keycloak.saml.common.exceptions.ConfigurationException;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.saml.common.util.DocumentUtil;
import org.keycloak.saml.processing.core.util.XMLEncryptionUtil;
import org.w3c.dom.Document;

/**
 * Decrypts assertions with the realm's keys, as Keycloak's broker does.
 *
 * <p>To be asked for signed responses only: who may have anything decrypted learns from the answers what somebody
 * else's assertion says (Jager and Somorovsky, "How to Break XML Encryption", CCS 2011).
 */
final class EncryptedAssertions {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final SAMLIdentityProviderConfig config;

    EncryptedAssertions(KeycloakSession session, RealmModel realm, SAMLIdentityProviderConfig config) {
        this.session = session;
        this.realm = realm;
        this.config = config;
    }

    /** @throws Unproven when it cannot be decrypted, or is no assertion */
    XmlElement decrypt(XmlElement encrypted) {
        XmlElement assertion = decrypted(encrypted);
        if (!assertion.is(ASSERTION, "Assertion")
                || assertion.tree().filter(SamlResponse::isAssertion).count() != 1) {
            throw Refusal.malformed("what is encrypted is not one assertion");
        }
        return assertion;
    }

    private XmlElement decrypted(XmlElement encrypted) {
        try {
            Document alone = DocumentUtil.createDocument();
            alone.appendChild(alone.importNode(encrypted.dom(), true));
            return XmlParser.parse(DocumentUtil.getNodeAsStream(XMLEncryptionUtil.decryptElementInDocument(
                    alone, new SAMLDecryptionKeysLocator(session, realm, config.getEncryptionAlgorithm()))));
        } catch (ConfigurationException | ProcessingException | RuntimeException undecipherable) {
            throw Refusal.notVerified("the assertion cannot be decrypted with the realm's keys");
        }
    }
}
