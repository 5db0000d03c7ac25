package io.keypool.identitypool;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows what happens to a user of the realm: brokers that are linked and unlinked, and the user's end. */
final class UserLinks {

    private static final String LINKED = "LinkBroker";
    private static final String UNLINKED = "UnlinkBroker";

    private final Ports ports;

    UserLinks(Ports ports) {
        this.ports = ports;
    }

    /** Links and merges what a pool knows of the user and the brokers; nobody new comes of it. */
    void link(IdentityPool pool, Subject user, List<Subject> brokers) {
        Proof proof = Proof.ofUser(pool.id(), user, brokers, ports.subjects());
        if (!ports.identities().owners(pool.id(), proof.all()).isEmpty()) {
            new Callers(ports, LINKED, TokenUse.LOOKED_AT).settle(pool, Optional.empty(), proof, identity -> identity);
        }
    }

    /** Takes logins from the user's identity, and the identity away with the last one: nobody could come back to it. */
    void unlink(IdentityChanges changes, PoolId pool, Subject user, List<Subject> gone) {
        LoginKey login = ports.subjects().key(pool, user);
        Set<LoginKey> keys = keys(pool, gone);
        for (Identity owner : lockedOwners(changes, pool, login)) {
            Set<LoginKey> removed =
                    owner.logins().stream().filter(keys::contains).collect(Collectors.toSet());
            if (removed.isEmpty()) {
                continue;
            }
            if (removed.equals(owner.logins())) {
                changes.delete(owner.id());
            } else {
                changes.unlink(owner, removed, ports.clock().instant());
            }
            Set<String> providers = Callers.providers(removed.stream());
            ports.events().emit(IdentityEvent.of(IdentityEvent.Kind.UNLINKED, UNLINKED, pool, owner.id(), providers));
        }
    }

    /** Locked as they were read: while the lock was waited for, another may have become the owner. */
    private static Collection<Identity> lockedOwners(IdentityChanges changes, PoolId pool, LoginKey login) {
        Collection<Identity> owners = changes.owners(pool, Set.of(login));
        Set<IdentityId> locked = Set.of();
        while (!locked.containsAll(ids(owners))) {
            locked = ids(owners);
            changes.lock(locked);
            owners = changes.owners(pool, Set.of(login));
        }
        return owners;
    }

    private static Set<IdentityId> ids(Collection<Identity> identities) {
        return identities.stream().map(Identity::id).collect(Collectors.toSet());
    }

    private Set<LoginKey> keys(PoolId pool, List<Subject> subjects) {
        return subjects.stream()
                .map(subject -> ports.subjects().key(pool, subject))
                .collect(Collectors.toSet());
    }
}
