package io.keypool.identitypool;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnlinkIdentity.html">AWS</a> */
final class UnlinkIdentity {

    static final String NAME = "UnlinkIdentity";

    private final Ports ports;
    private final Callers callers;

    UnlinkIdentity(Ports ports) {
        this.ports = ports;
        this.callers = new Callers(ports, NAME, TokenUse.USED_UP);
    }

    void execute(UnlinkIdentityRequest request) {
        KnownIdentity known = KnownIdentity.find(ports, request.identity());
        IdentityPool pool = known.pool();
        Proof proof = callers.prove(pool, request.logins());
        Set<String> providers = keys(pool, request.loginsToRemove());
        Set<LoginKey> removed = ports.identities()
                .change(Set.of(request.identity()), changes -> Optional.of(unlink(changes, request, proof, providers)))
                .orElseThrow(CognitoFault::tooManyRequests);
        if (!removed.isEmpty()) {
            Set<String> unlinked = Callers.providers(removed.stream());
            ports.events()
                    .emit(IdentityEvent.of(IdentityEvent.Kind.UNLINKED, NAME, pool.id(), request.identity(), unlinked));
        }
    }

    /** Names that mean nothing here are passed over: they are not linked, which is what the caller wants. */
    private Set<String> keys(IdentityPool pool, Set<String> names) {
        return names.stream()
                .flatMap(name -> pool.provider(name).stream())
                .flatMap(provider -> ports.verifier().key(provider).stream())
                .collect(Collectors.toSet());
    }

    private Set<LoginKey> unlink(
            IdentityChanges changes, UnlinkIdentityRequest request, Proof proof, Set<String> providers) {
        Identity identity =
                changes.find(request.identity()).orElseThrow(() -> CognitoFault.identityNotFound(request.identity()));
        if (identity.state() == IdentityState.MERGED || identity.state() == IdentityState.DISABLED) {
            throw CognitoFault.identityForbidden(identity.id()).because("it is " + identity.state());
        }
        if (identity.logins().stream().noneMatch(proof.presented()::contains)) {
            throw CognitoFault.loginsDoNotMatch();
        }
        Set<LoginKey> removed = identity.logins().stream()
                .filter(login -> providers.contains(login.provider()))
                .collect(Collectors.toSet());
        callers.useUp(proof);
        changes.unlink(identity, removed, ports.clock().instant());
        return removed;
    }
}
