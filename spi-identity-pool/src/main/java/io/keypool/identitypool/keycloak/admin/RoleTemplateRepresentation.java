package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.keycloak.RoleTemplate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a role that is to be made for identities of a pool.
 *
 * @param template {@code guest}, {@code authenticated} or {@code provider}
 * @param provider whose people it is for, as the pool lists it
 */
public record RoleTemplateRepresentation(
        String template, @Nullable String provider, String trustPolicy, String permissions) {

    static RoleTemplateRepresentation of(RoleTemplate template) {
        return new RoleTemplateRepresentation(
                template.kind().name().toLowerCase(Locale.ROOT),
                template.provider().orElse(null),
                template.trustPolicy(),
                template.permissions());
    }
}
