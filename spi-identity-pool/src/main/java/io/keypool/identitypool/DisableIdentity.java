package io.keypool.identitypool;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Closes an identity, and opens it again. */
final class DisableIdentity {

    private final Ports ports;

    DisableIdentity(Ports ports) {
        this.ports = ports;
    }

    void execute(IdentityId id) {
        change(id, (changes, identity) -> {
            if (identity.state() != IdentityState.DISABLED) {
                changes.disable(id, now());
            }
        });
    }

    void undo(IdentityId id) {
        change(id, (changes, identity) -> {
            if (identity.state() == IdentityState.DISABLED) {
                changes.enable(id, now());
            }
        });
    }

    private void change(IdentityId id, Change change) {
        Optional<IdentityId> changed = ports.identities().change(Set.of(id), changes -> {
            Identity identity = changes.find(id).orElseThrow(() -> CognitoFault.identityNotFound(id));
            if (identity.state() == IdentityState.MERGED) {
                throw CognitoFault.identityMerged(id);
            }
            change.carryOut(changes, identity);
            return Optional.of(id);
        });
        if (changed.isEmpty()) {
            throw CognitoFault.tooManyRequests();
        }
    }

    private Instant now() {
        return ports.clock().instant();
    }

    private interface Change {
        void carryOut(IdentityChanges changes, Identity identity);
    }
}
