package io.keypool.identitypool;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a call with logins does.
 *
 * @param survivor who the caller is; nobody yet when an identity is to be made
 * @param losers the identities that go into the survivor
 * @param links the logins that nobody has yet and the survivor gets, in their order
 */
public record LinkPlan(Optional<Identity> survivor, List<Identity> losers, List<LoginKey> links) {

    public LinkPlan {
        losers = List.copyOf(losers);
        links = List.copyOf(links);
    }

    boolean writes() {
        return survivor.isEmpty() || !losers.isEmpty() || !links.isEmpty();
    }

    Set<IdentityId> identities() {
        Set<IdentityId> ids = new HashSet<>();
        survivor.ifPresent(identity -> ids.add(identity.id()));
        losers.forEach(loser -> ids.add(loser.id()));
        return ids;
    }
}
