package io.keypool.sts.keycloak.saml;

import static io.keypool.sts.keycloak.saml.XmlElement.ASSERTION;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Checks when and for whom an assertion holds.
 *
 * @see <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf">SAML 2.0 core, 2.5.1</a>
 * @see <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf">SAML 2.0 profiles, 4.1.4.2 and
 *     4.1.4.3</a>
 */
final class ConditionsCheck {

    private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

    /** Core, 2.5.1: an assertion with a condition that is not understood is not valid. */
    private static final Set<String> UNDERSTOOD = Set.of("AudienceRestriction", "OneTimeUse", "ProxyRestriction");

    private final Expected expected;
    private final Instant now;

    ConditionsCheck(Expected expected, Instant now) {
        this.expected = expected;
        this.now = now;
    }

    /**
     * For which of our addresses and until when the assertion holds.
     *
     * @throws Unproven when it does not hold for us now
     */
    Confirmation confirmation(XmlElement assertion) {
        XmlElement conditions = assertion
                .child(ASSERTION, "Conditions")
                .orElseThrow(() -> Refusal.notForUs("the assertion has no conditions, so no audience"));
        checkUnderstood(conditions);
        checkAudience(conditions);
        TimeWindow whole = TimeWindow.of(conditions);
        whole.check(now, expected.grace());
        XmlElement data = confirmationData(PrincipalRule.subject(assertion));
        TimeWindow confirmed = TimeWindow.of(data);
        confirmed.check(now, expected.grace());
        Instant end = whole.end().isBefore(confirmed.end()) ? whole.end() : confirmed.end();
        return new Confirmation(data.requiredAttribute("Recipient"), end.plus(expected.grace()));
    }

    private static void checkUnderstood(XmlElement conditions) {
        boolean understood = conditions
                .children()
                .allMatch(condition -> ASSERTION.equals(condition.dom().getNamespaceURI())
                        && UNDERSTOOD.contains(condition.dom().getLocalName()));
        if (!understood) {
            throw Refusal.malformed("it has a condition that is not known");
        }
    }

    /** Core, 2.5.1.4: of several restrictions each one must be met. */
    private void checkAudience(XmlElement conditions) {
        List<XmlElement> restrictions = conditions.children(ASSERTION, "AudienceRestriction");
        boolean met = restrictions.stream()
                .allMatch(restriction -> restriction.children(ASSERTION, "Audience").stream()
                        .map(XmlElement::text)
                        .anyMatch(expected.audience()::equals));
        if (restrictions.isEmpty() || !met) {
            throw Refusal.notForUs("the assertion is for another audience");
        }
    }

    /** Of the confirmations that are addressed to us, the one that lasts longest. */
    private XmlElement confirmationData(XmlElement subject) {
        List<XmlElement> bearer = subject.children(ASSERTION, "SubjectConfirmation").stream()
                .filter(confirmation ->
                        confirmation.attribute("Method").filter(BEARER::equals).isPresent())
                .map(confirmation -> confirmation.requiredChild(ASSERTION, "SubjectConfirmationData"))
                .toList();
        if (bearer.isEmpty()) {
            throw Refusal.malformed("its subject is not confirmed for the bearer");
        }
        List<XmlElement> ours = bearer.stream()
                .filter(data -> data.attribute("Recipient")
                        .filter(expected.endpoints()::contains)
                        .isPresent())
                .toList();
        if (ours.isEmpty()) {
            throw Refusal.notForUs("the assertion is for another recipient");
        }
        return ours.stream()
                .filter(data -> TimeWindow.of(data).isLimited())
                .max(Comparator.comparing(data -> TimeWindow.of(data).end()))
                .orElseThrow(() -> Refusal.malformed("its confirmation has no end"));
    }
}
