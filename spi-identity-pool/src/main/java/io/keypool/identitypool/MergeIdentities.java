package io.keypool.identitypool;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes two identities of a pool one, for an administrator who knows that they are one person. */
final class MergeIdentities {

    private static final String NAME = "AdminMerge";

    private final Ports ports;

    MergeIdentities(Ports ports) {
        this.ports = ports;
    }

    /** What would be done as things are. */
    LinkPlan preview(IdentityId one, IdentityId other) {
        requireTwo(one, other);
        return plan(one, other, id -> ports.identities().find(id));
    }

    LinkPlan execute(IdentityId one, IdentityId other) {
        requireTwo(one, other);
        LinkPlan done = ports.identities()
                .change(Set.of(one, other), changes -> Optional.of(merge(changes, one, other)))
                .orElseThrow(CognitoFault::tooManyRequests);
        Identity survivor = done.survivor().orElseThrow();
        done.losers()
                .forEach(loser -> ports.events()
                        .emit(IdentityEvent.of(
                                        IdentityEvent.Kind.MERGED,
                                        NAME,
                                        survivor.pool(),
                                        survivor.id(),
                                        Callers.providers(loser.logins().stream()))
                                .with(loser.id())));
        return done;
    }

    private static void requireTwo(IdentityId one, IdentityId other) {
        if (one.equals(other)) {
            throw CognitoFault.cannotMerge("they are the same one");
        }
    }

    private LinkPlan merge(IdentityChanges changes, IdentityId one, IdentityId other) {
        LinkPlan plan = plan(one, other, changes::find);
        Identity survivor = plan.survivor().orElseThrow();
        plan.losers()
                .forEach(loser ->
                        changes.merge(loser, survivor, NAME, ports.clock().instant()));
        return plan;
    }

    private static LinkPlan plan(IdentityId one, IdentityId other, Function<IdentityId, Optional<Identity>> finder) {
        Identity first = living(one, finder);
        Identity second = living(other, finder);
        if (!first.pool().equals(second.pool())) {
            throw CognitoFault.cannotMerge("they are of two pools");
        }
        if (first.state() == IdentityState.GUEST && second.state() == IdentityState.GUEST) {
            throw CognitoFault.cannotMerge("both are guests, and nobody could prove to be the one who went");
        }
        return Linking.unite(first, second);
    }

    private static Identity living(IdentityId id, Function<IdentityId, Optional<Identity>> finder) {
        Identity identity = finder.apply(id).orElseThrow(() -> CognitoFault.identityNotFound(id));
        if (identity.state() == IdentityState.MERGED) {
            throw CognitoFault.identityMerged(id);
        }
        if (identity.state() == IdentityState.DISABLED) {
            throw CognitoFault.identityDisabled(id);
        }
        return identity;
    }
}
