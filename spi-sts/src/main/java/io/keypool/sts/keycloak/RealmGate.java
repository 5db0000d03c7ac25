package io.keypool.sts.keycloak;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Whether a realm answers at all. Keycloak hands realm resources over unchecked, so each of our endpoints asks here
 * first.
 */
public final class RealmGate {

    private RealmGate() {}

    /** Why the realm is closed to this request, or nothing when it is open. */
    public static Optional<String> closed(KeycloakSession session, RealmModel realm) {
        if (!realm.isEnabled()) {
            return Optional.of("The realm is disabled.");
        }
        boolean https =
                "https".equals(session.getContext().getUri().getBaseUri().getScheme());
        if (!https && realm.getSslRequired().isRequired(session.getContext().getConnection())) {
            return Optional.of("The realm requires HTTPS.");
        }
        return Optional.empty();
    }
}
