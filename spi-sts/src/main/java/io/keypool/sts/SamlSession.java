package io.keypool.sts;

import io.keypool.aws.Arn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a SAML provider wants of the session.
 *
 * @param roles which of them the person may ask for, from this provider
 * @param duration for calls that ask for none
 * @param end when the person's session at the provider ends
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html">IAM
 *     User Guide, Configure SAML assertions for the authentication response</a>
 */
public record SamlSession(
        Set<Arn> roles,
        RoleSessionName name,
        Optional<Duration> duration,
        Optional<Instant> end,
        Optional<String> sourceIdentity,
        SessionTags tags) {

    public SamlSession {
        roles = Set.copyOf(roles);
    }
}
