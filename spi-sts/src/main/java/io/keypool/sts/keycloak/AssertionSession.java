package io.keypool.sts.keycloak;

import io.keypool.aws.Arn;
import io.keypool.aws.Tags;
import io.keypool.sts.RoleRequest;
import io.keypool.sts.RoleSessionName;
import io.keypool.sts.SamlSession;
import io.keypool.sts.SessionTags;
import io.keypool.sts.StsFault;
import io.keypool.sts.keycloak.saml.VerifiedAssertion;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a SAML provider wants of the session, in the attributes that AWS names.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html">IAM
 *     User Guide, Configure SAML assertions for the authentication response</a>
 */
final class AssertionSession {

    private static final String ATTRIBUTES = "https://aws.amazon.com/SAML/Attributes/";
    private static final String PRINCIPAL_TAG = ATTRIBUTES + "PrincipalTag:";
    private static final String NAME_PATTERN = "[a-zA-Z_0-9+=,.@-]{2,64}";

    private final Arn provider;
    private final VerifiedAssertion assertion;
    private final Map<String, List<String>> attributes;

    AssertionSession(Arn provider, VerifiedAssertion assertion) {
        this.provider = provider;
        this.assertion = assertion;
        this.attributes = assertion.attributes(ATTRIBUTES);
    }

    /** @throws io.keypool.aws.AwsFault InvalidIdentityToken for an attribute that is missing, or of another form */
    SamlSession read() {
        return new SamlSession(roles(), name(), duration(), assertion.sessionEnd(), sourceIdentity(), tags());
    }

    private Set<Arn> roles() {
        if (attributes.getOrDefault(VerifiedAssertion.ROLES, List.of()).isEmpty()) {
            throw StsFault.invalidAssertion("Role is required in AuthnResponse");
        }
        return Set.copyOf(assertion.roles(provider));
    }

    private RoleSessionName name() {
        String name = single("RoleSessionName")
                .orElseThrow(() -> StsFault.invalidAssertion("RoleSessionName is required in AuthnResponse"));
        if (!name.matches(NAME_PATTERN)) {
            throw StsFault.invalidAssertion("RoleSessionName in AuthnResponse must match " + NAME_PATTERN);
        }
        return new RoleSessionName(name);
    }

    private Optional<Duration> duration() {
        return single("SessionDuration").map(text -> {
            try {
                Duration duration = Duration.ofSeconds(Integer.parseInt(text));
                if (duration.compareTo(RoleRequest.SHORTEST) >= 0 && duration.compareTo(RoleRequest.LONGEST) <= 0) {
                    return duration;
                }
            } catch (NumberFormatException notANumber) {
                // told below
            }
            throw StsFault.invalidAssertion("SessionDuration in AuthnResponse must be a number from 900 to 43200");
        });
    }

    private Optional<String> sourceIdentity() {
        Optional<String> identity = single("SourceIdentity");
        if (identity.filter(text -> !text.matches(NAME_PATTERN)).isPresent()) {
            throw StsFault.invalidAssertion(
                    "Source Identity must match " + NAME_PATTERN + " and not begin with \"aws:\"");
        }
        return identity;
    }

    private SessionTags tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String name : attributes.keySet()) {
            if (name.startsWith(PRINCIPAL_TAG)) {
                tags.put(
                        name.substring(PRINCIPAL_TAG.length()),
                        single(name.substring(ATTRIBUTES.length())).orElse(""));
            }
        }
        Set<String> transitiveKeys =
                new HashSet<>(attributes.getOrDefault(ATTRIBUTES + "TransitiveTagKeys", List.of()));
        try {
            return new SessionTags(new Tags(tags), transitiveKeys);
        } catch (IllegalArgumentException notTags) {
            throw StsFault.invalidAssertion("The session tags in AuthnResponse are not valid: " + notTags.getMessage());
        }
    }

    private Optional<String> single(String name) {
        List<String> values = attributes.getOrDefault(ATTRIBUTES + name, List.of());
        if (values.size() > 1) {
            throw StsFault.invalidAssertion(name + " in AuthnResponse must have one value");
        }
        return values.stream().findFirst();
    }
}
