package io.keypool.sts.keycloak.saml;

import static io.keypool.sts.keycloak.saml.XmlElement.ASSERTION;

import io.keypool.aws.Secret;
import io.keypool.sts.keycloak.token.Reason;
import io.keypool.sts.keycloak.token.Unproven;
import java.util.Optional;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.protocol.saml.SamlPrincipalType;

/**
 * Where in an assertion the identity provider's id of a person stands: the same place that Keycloak's broker takes the
 * id of a link from, so that a link and a login of one person are of one subject.
 */
final class PrincipalRule {

    private static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

    private final SAMLIdentityProviderConfig config;

    PrincipalRule(SAMLIdentityProviderConfig config) {
        this.config = config;
    }

    /** @throws Unproven when nobody is named, or nobody who could come again */
    Secret principal(XmlElement assertion) {
        SamlPrincipalType type = config.getPrincipalType();
        if (type == SamlPrincipalType.SUBJECT) {
            return lasting(nameId(assertion));
        }
        String name = String.valueOf(config.getPrincipalAttribute());
        String named = type == SamlPrincipalType.ATTRIBUTE ? "Name" : "FriendlyName";
        return assertion.children(ASSERTION, "AttributeStatement").stream()
                .flatMap(statement -> statement.children(ASSERTION, "Attribute").stream())
                .filter(attribute ->
                        attribute.attribute(named).filter(name::equals).isPresent())
                .flatMap(attribute -> attribute.children(ASSERTION, "AttributeValue").stream())
                .findFirst()
                .flatMap(PrincipalRule::text)
                .orElseThrow(() -> missing(name));
    }

    /** SAML 2.0 core, 8.3.8: a transient id is another one each time. */
    private static Secret lasting(NameId nameId) {
        if (nameId.format().equals(TRANSIENT)) {
            throw new Unproven(new Reason.Malformed("A transient NameID recognises nobody."));
        }
        return new Secret(nameId.value());
    }

    /** @throws Unproven when there is none: then nobody is named */
    static XmlElement subject(XmlElement assertion) {
        return assertion.child(ASSERTION, "Subject").orElseThrow(() -> missing("NameID"));
    }

    /** @throws Unproven when there is none */
    static NameId nameId(XmlElement assertion) {
        XmlElement nameId = subject(assertion).child(ASSERTION, "NameID").orElseThrow(() -> missing("NameID"));
        return new NameId(
                text(nameId).orElseThrow(() -> missing("NameID")).reveal(),
                nameId.attribute("Format").orElse(NameId.UNSPECIFIED));
    }

    private static Optional<Secret> text(XmlElement element) {
        return Optional.of(element.text()).filter(text -> !text.isEmpty()).map(Secret::new);
    }

    private static Unproven missing(String name) {
        return new Unproven(new Reason.MissingClaim(name));
    }
}
