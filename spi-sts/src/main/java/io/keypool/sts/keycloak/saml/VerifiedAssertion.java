package io.keypool.sts.keycloak.saml;

import static io.keypool.sts.keycloak.saml.XmlElement.ASSERTION;

import io.keypool.aws.Arn;
import io.keypool.aws.Secret;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;

/** An assertion that is signed, for us and for now; what it says is read as it was signed. */
public final class VerifiedAssertion {

    /** The attribute that names roles, each in a pair with its provider. */
    public static final String ROLES = "https://aws.amazon.com/SAML/Attributes/Role";

    private static final Pattern PAIR = Pattern.compile("\\s*,\\s*(?=arn:)");

    private final XmlElement assertion;
    private final Confirmation confirmation;

    VerifiedAssertion(XmlElement assertion, Confirmation confirmation) {
        this.assertion = assertion;
        this.confirmation = confirmation;
    }

    /** By which its issuer tells it from all its others. */
    public String id() {
        return assertion.requiredAttribute("ID");
    }

    public String issuer() {
        return assertion.requiredChild(ASSERTION, "Issuer").text();
    }

    /** Which of our addresses it was made for. */
    public String recipient() {
        return confirmation.recipient();
    }

    /** When it proves nothing any more, grace included. */
    public Instant end() {
        return confirmation.end();
    }

    /**
     * Whom it is about, under the id that the identity provider's configuration asks for.
     *
     * @throws io.keypool.sts.keycloak.token.Unproven when nobody is named, or nobody who could come again
     */
    public Secret principal(SAMLIdentityProviderConfig config) {
        return new PrincipalRule(config).principal(assertion);
    }

    /** @throws io.keypool.sts.keycloak.token.Unproven when there is none */
    public NameId nameId() {
        return PrincipalRule.nameId(assertion);
    }

    /** Whether its issuer says that it is for one use. */
    public boolean isForOnce() {
        return !assertion
                .requiredChild(ASSERTION, "Conditions")
                .children(ASSERTION, "OneTimeUse")
                .isEmpty();
    }

    /** When the person's session at the identity provider ends, if that is known; of several the first. */
    public Optional<Instant> sessionEnd() {
        return assertion.children(ASSERTION, "AuthnStatement").stream()
                .flatMap(statement -> TimeWindow.time(statement, "SessionNotOnOrAfter").stream())
                .min(Instant::compareTo);
    }

    /**
     * The roles that it names for a provider: pairs of both, in whichever order. A comma may be part of a role's name;
     * one before an ARN is not.
     *
     * @throws io.keypool.sts.keycloak.token.Unproven for a value that is no text
     */
    public List<Arn> roles(Arn provider) {
        return roles(provider, attributes(ROLES).getOrDefault(ROLES, List.of()));
    }

    /** As {@link #roles(Arn)}, of what the attribute says. */
    public static List<Arn> roles(Arn provider, List<String> pairs) {
        return pairs.stream()
                .map(pair -> PAIR.splitAsStream(pair.strip()).toList())
                .filter(arns -> arns.size() == 2 && arns.contains(provider.toString()))
                .flatMap(List::stream)
                .filter(arn -> !arn.equals(provider.toString()))
                .flatMap(arn -> Arn.parse(arn).stream())
                .distinct()
                .toList();
    }

    /**
     * The values of the attributes whose names begin so; others may hold anything.
     *
     * @throws io.keypool.sts.keycloak.token.Unproven for a value that is no text
     */
    public Map<String, List<String>> attributes(String prefix) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        assertion.children(ASSERTION, "AttributeStatement").stream()
                .flatMap(statement -> statement.children(ASSERTION, "Attribute").stream())
                .forEach(attribute -> attribute
                        .attribute("Name")
                        .filter(name -> name.startsWith(prefix))
                        .ifPresent(name -> attributes.merge(
                                name,
                                values(attribute),
                                (some, more) -> Stream.concat(some.stream(), more.stream())
                                        .toList())));
        return attributes;
    }

    private static List<String> values(XmlElement attribute) {
        return attribute.children(ASSERTION, "AttributeValue").stream()
                .map(XmlElement::text)
                .toList();
    }
}
