package io.keypool.identitypool;

import java.util.Optional;
import java.util.Set;

/** Removes an identity with all that went into it. */
final class DeleteIdentity {

    private final Ports ports;
    private final String operation;

    /** @param operation that removes it, for the records */
    DeleteIdentity(Ports ports, String operation) {
        this.ports = ports;
        this.operation = operation;
    }

    /** Whether it is gone; not after losing too many races. */
    boolean execute(Identity identity) {
        for (int attempt = 0; attempt < Callers.MAX_ATTEMPTS; attempt++) {
            Optional<IdentityId> deleted = ports.identities().change(Set.of(identity.id()), changes -> {
                changes.delete(identity.id());
                return Optional.of(identity.id());
            });
            if (deleted.isPresent()) {
                tell(identity);
                return true;
            }
        }
        return false;
    }

    private void tell(Identity identity) {
        ports.events()
                .emit(IdentityEvent.of(
                        IdentityEvent.Kind.DELETED,
                        operation,
                        identity.pool(),
                        identity.id(),
                        Callers.providers(identity.logins().stream())));
    }
}
