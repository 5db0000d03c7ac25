package io.keypool.identitypool;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Takes two identities apart that were merged, as far as it is clear whose the logins are. */
final class UndoMerge {

    private static final String NAME = "UndoMerge";

    private final Ports ports;

    UndoMerge(Ports ports) {
        this.ports = ports;
    }

    MergeRecord execute(MergeId id) {
        MergeRecord merge = ports.identities().merge(id).orElseThrow(() -> CognitoFault.mergeNotFound(id));
        MergeRecord undone = ports.identities()
                .change(Set.of(merge.loser(), merge.survivor()), changes -> Optional.of(undo(changes, id)))
                .orElseThrow(CognitoFault::tooManyRequests);
        PoolId pool = ports.identities().find(merge.survivor()).orElseThrow().pool();
        ports.events()
                .emit(IdentityEvent.of(
                                IdentityEvent.Kind.MERGE_UNDONE,
                                NAME,
                                pool,
                                merge.survivor(),
                                Callers.providers(undone.moved().stream()))
                        .with(merge.loser()));
        return undone;
    }

    private MergeRecord undo(IdentityChanges changes, MergeId id) {
        MergeRecord merge = changes.merge(id).orElseThrow(() -> CognitoFault.mergeNotFound(id));
        if (merge.undone().isPresent()) {
            throw CognitoFault.cannotUndo("it was undone already");
        }
        Identity survivor = changes.find(merge.survivor())
                .orElseThrow(() -> CognitoFault.cannotUndo("the surviving identity was deleted"));
        if (survivor.mergedInto().isPresent()) {
            throw CognitoFault.cannotUndo("the surviving identity was itself merged: undo that first");
        }
        Set<LoginKey> returned = new HashSet<>(merge.moved());
        returned.retainAll(survivor.logins());
        if (returned.isEmpty() && !merge.moved().isEmpty()) {
            throw CognitoFault.cannotUndo("the surviving identity has none of the logins that were moved");
        }
        if (returned.equals(survivor.logins())) {
            throw CognitoFault.cannotUndo("the surviving identity would be left without a login");
        }
        return changes.undo(merge, returned, ports.clock().instant());
    }
}
