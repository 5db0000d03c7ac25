package io.keypool.identitypool;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Removes identities and all that went into them, in one transaction. */
final class ErasePerson {

    /** As {@link Callers} has it: more lost races in a row are none. */
    private static final int MAX_ATTEMPTS = 16;

    private final Identities identities;
    private final IdentityRegistry registry;

    ErasePerson(Identities identities, IdentityRegistry registry) {
        this.identities = identities;
        this.registry = registry;
    }

    Set<IdentityId> execute(Set<IdentityId> anyOf) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Set<IdentityId> survivors = registry.survivors(anyOf);
            Optional<Set<IdentityId>> erased = identities.change(survivors, changes -> erase(changes, survivors));
            if (erased.isPresent()) {
                return erased.get();
            }
        }
        throw CognitoFault.tooManyRequests().because("lost " + MAX_ATTEMPTS + " races for the same identities");
    }

    /** Nothing when one of them was merged or removed while its lock was waited for. */
    private Optional<Set<IdentityId>> erase(IdentityChanges changes, Set<IdentityId> survivors) {
        boolean alive = survivors.stream()
                .allMatch(id -> changes.find(id)
                        .filter(identity -> identity.mergedInto().isEmpty())
                        .isPresent());
        if (!alive) {
            return Optional.empty();
        }
        Set<IdentityId> erased = new LinkedHashSet<>();
        registry.held(survivors).forEach(held -> erased.add(held.identity().id()));
        survivors.forEach(changes::delete);
        return Optional.of(erased);
    }
}
