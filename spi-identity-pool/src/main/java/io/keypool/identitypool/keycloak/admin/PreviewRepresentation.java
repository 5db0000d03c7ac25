package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.LinkPlan;
import io.keypool.identitypool.LoginKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call would do.
 *
 * @param identityId who the caller is; nothing when an identity would be made
 * @param links the providers whose logins would be linked
 * @param merges the identities that would go into that one
 */
public record PreviewRepresentation(@Nullable String identityId, List<String> links, List<String> merges) {

    static PreviewRepresentation of(LinkPlan plan) {
        return new PreviewRepresentation(
                plan.survivor().map(survivor -> survivor.id().value()).orElse(null),
                plan.links().stream().map(LoginKey::provider).toList(),
                plan.losers().stream()
                        .map(loser -> loser.id())
                        .map(IdentityId::value)
                        .toList());
    }
}
