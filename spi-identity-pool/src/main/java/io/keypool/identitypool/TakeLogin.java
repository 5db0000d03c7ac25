package io.keypool.identitypool;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Takes the logins of one provider from an identity, for who need not prove any of them. */
final class TakeLogin {

    private static final String BY_ADMINISTRATOR = "AdminUnlink";
    private static final String BY_USER = "AccountUnlink";

    private final Ports ports;

    TakeLogin(Ports ports) {
        this.ports = ports;
    }

    /** As with UnlinkIdentity, an identity without a login is out of reach. */
    void forAdministrator(IdentityId id, String provider) {
        take(id, provider, BY_ADMINISTRATOR, identity -> {
            if (identity.state() == IdentityState.MERGED) {
                throw CognitoFault.identityMerged(id);
            }
        });
    }

    /** Whose identity it is not is not told that there is one. */
    void forUser(IdentityId id, String provider, OwnLogins own) {
        take(id, provider, BY_USER, identity -> {
            if (!own.areAmong(identity.logins())) {
                throw CognitoFault.identityNotFound(id);
            }
            if (identity.state() == IdentityState.DISABLED) {
                throw CognitoFault.identityDisabled(id);
            }
            own.fixed(provider, identity.logins()).ifPresent(why -> {
                throw CognitoFault.loginIsFixed(why);
            });
        });
    }

    private void take(IdentityId id, String provider, String operation, Consumer<Identity> check) {
        Identity taken = ports.identities()
                .change(Set.of(id), changes -> Optional.of(take(changes, id, provider, check)))
                .orElseThrow(CognitoFault::tooManyRequests);
        ports.events()
                .emit(IdentityEvent.of(
                        IdentityEvent.Kind.UNLINKED, operation, taken.pool(), taken.id(), Set.of(provider)));
    }

    private Identity take(IdentityChanges changes, IdentityId id, String provider, Consumer<Identity> check) {
        Identity identity = changes.find(id).orElseThrow(() -> CognitoFault.identityNotFound(id));
        check.accept(identity);
        Set<LoginKey> logins = identity.logins().stream()
                .filter(login -> login.provider().equals(provider))
                .collect(Collectors.toSet());
        if (logins.isEmpty()) {
            throw CognitoFault.loginNotFound(id);
        }
        changes.unlink(identity, logins, ports.clock().instant());
        return identity;
    }
}
