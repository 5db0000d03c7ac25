package io.keypool.identitypool;

import java.time.Instant;
import java.util.Optional;

/**
 * What a caller's logins are about to change.
 *
 * @param given the identity that the caller names, alive
 * @param plan on what was read before anything was locked
 * @param survivor who the caller will be, and was answered as
 */
record Settlement(IdentityPool pool, Optional<Identity> given, Proof proof, LinkPlan plan, Identity survivor) {

    /** Plans once more on what is locked, and writes; nothing when the plan now is of others than was locked for. */
    Optional<LinkPlan> carryOut(IdentityChanges changes, String operation, Instant now) {
        Optional<Identity> current = given.flatMap(identity -> changes.find(identity.id()));
        if (!current.map(Identity::state).equals(given.map(Identity::state))) {
            return Optional.empty();
        }
        LinkPlan latest = Linking.plan(current, changes.owners(pool.id(), proof.all()), proof);
        boolean sameSurvivor =
                latest.survivor().map(Identity::id).equals(plan.survivor().map(Identity::id));
        if (!sameSurvivor || !plan.identities().containsAll(latest.identities())) {
            return Optional.empty();
        }
        return Optional.of(write(changes, latest, operation, now));
    }

    private LinkPlan write(IdentityChanges changes, LinkPlan latest, String operation, Instant now) {
        Identity current = latest.survivor().orElseGet(() -> added(changes));
        latest.losers().forEach(loser -> changes.merge(loser, current, operation, now));
        changes.link(current, latest.links().stream().map(proof::unowned).toList(), now);
        return new LinkPlan(Optional.of(current), latest.losers(), latest.links());
    }

    private Identity added(IdentityChanges changes) {
        changes.add(survivor);
        return survivor;
    }
}
