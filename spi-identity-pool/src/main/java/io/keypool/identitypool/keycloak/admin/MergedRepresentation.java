package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.Identity;
import io.keypool.identitypool.LinkPlan;
import io.keypool.identitypool.LoginKey;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a merge makes of two identities.
 *
 * @param survivor the identity that lives on
 * @param merged the one that goes into it
 * @param logins the providers of all the logins that the survivor then has
 * @param moved those of them that it has from the other
 */
public record MergedRepresentation(String survivor, String merged, List<String> logins, List<String> moved) {

    static MergedRepresentation of(LinkPlan plan) {
        Identity survivor = plan.survivor().orElseThrow();
        Identity loser = plan.losers().get(0);
        return new MergedRepresentation(
                survivor.id().value(),
                loser.id().value(),
                providers(Stream.concat(survivor.logins().stream(), loser.logins().stream())),
                providers(loser.logins().stream()));
    }

    private static List<String> providers(Stream<LoginKey> logins) {
        return logins.map(LoginKey::provider).sorted().toList();
    }
}
