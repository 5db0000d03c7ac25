package io.keypool.identitypool;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The door for who looks after people: finds identities by what is known of somebody, and removes all of a person. */
public final class IdentityRegistry {

    private final Pools pools;
    private final Identities identities;
    private final IdentityRecords records;

    public IdentityRegistry(Pools pools, Identities identities, IdentityRecords records) {
        this.pools = pools;
        this.identities = identities;
        this.records = records;
    }

    /** @throws io.keypool.aws.AwsFault ResourceNotFoundException */
    public IdentityDetails find(IdentityId id) {
        return records.find(id).orElseThrow(() -> CognitoFault.identityNotFound(id));
    }

    /** What is stored of the identity's logins; nothing for one that there is not. */
    public Set<LoginKey> logins(IdentityId id) {
        return identities.find(id).map(Identity::logins).orElse(Set.of());
    }

    /**
     * Identities of the pool, the latest first.
     *
     * @param after where the page before ended
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException
     */
    public IdentityPage search(PoolId pool, IdentityFilter filter, Optional<IdentityPosition> after, int max) {
        requirePool(pool);
        return IdentityPage.of(records.search(pool, filter, after, max + 1), max);
    }

    /** @throws io.keypool.aws.AwsFault ResourceNotFoundException */
    public IdentityPool requirePool(PoolId pool) {
        return pools.find(pool).orElseThrow(() -> CognitoFault.poolNotFound(pool));
    }

    /** The identities that have any of the logins, in whichever pool. */
    public Set<IdentityId> owners(Set<LoginKey> logins) {
        return records.owners(logins);
    }

    /**
     * All that is held on who has one of the identities: on those who live on, and on all that went into them.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException when one of them does not exist
     */
    public List<HeldRecord> held(Set<IdentityId> anyOf) {
        Map<IdentityId, IdentityDetails> person = new LinkedHashMap<>();
        survivors(anyOf).forEach(id -> collect(find(id), person));
        return person.values().stream()
                .map(identity -> new HeldRecord(identity, identities.merges(identity.id())))
                .toList();
    }

    /**
     * Removes those identities with all that went into them; their sessions end.
     *
     * @return the ids that are gone
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException when one of them does not exist
     */
    public Set<IdentityId> erase(Set<IdentityId> anyOf) {
        return new ErasePerson(identities, this).execute(anyOf);
    }

    /** Who lives on in place of each. */
    Set<IdentityId> survivors(Set<IdentityId> anyOf) {
        Set<IdentityId> survivors = new LinkedHashSet<>();
        for (IdentityId id : anyOf) {
            IdentityDetails identity = find(id);
            while (identity.mergedInto().isPresent()) {
                identity = find(identity.mergedInto().get());
            }
            survivors.add(identity.id());
        }
        return survivors;
    }

    private void collect(IdentityDetails identity, Map<IdentityId, IdentityDetails> person) {
        person.put(identity.id(), identity);
        identity.mergedFrom().forEach(merged -> collect(find(merged), person));
    }
}
