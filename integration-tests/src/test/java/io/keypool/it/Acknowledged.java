package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What servers said was so, and what must be so for ever then, even if they died right after. */
final class Acknowledged {

    private final Set<String> identities = ConcurrentHashMap.newKeySet();
    private final Map<OwnLogin, Set<String>> ownerOfLogin = new ConcurrentHashMap<>();

    void identity(String identity) {
        identities.add(identity);
    }

    void owner(List<OwnLogin> logins, String identity) {
        identities.add(identity);
        logins.forEach(login -> ownerOfLogin
                .computeIfAbsent(login, first -> ConcurrentHashMap.newKeySet())
                .add(identity));
    }

    /** An identity that was once said to have the login. */
    List<String> owners(OwnLogin login) {
        return new ArrayList<>(ownerOfLogin.getOrDefault(login, Set.of()));
    }

    /** No identity is missing, and each login belongs to whom it was said to belong to, or who lives on for them. */
    void assertHolds(MergedInto merged, PoolAtNode node) {
        assertThat(merged.identities()).containsAll(identities);
        ownerOfLogin.forEach((login, owners) -> assertThat(owners.stream()
                        .flatMap(owner -> merged.survivor(owner).stream())
                        .collect(Collectors.toSet()))
                .as("owners of %s: %s", login, owners)
                .containsExactly(node.identity(login.logins()).identity()));
    }
}
