package io.keypool.identitypool.keycloak.account;

import io.keypool.identitypool.IdentityDetails;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityPools;
import io.keypool.identitypool.IdentityRegistry;
import io.keypool.identitypool.LoginKey;
import io.keypool.identitypool.OwnLogins;
import io.keypool.identitypool.keycloak.IdentityPoolsProvider;
import io.keypool.identitypool.keycloak.admin.ExportRepresentation;
import io.keypool.identitypool.keycloak.admin.HeldRepresentation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The identities of a user of the realm, in all of its pools. */
final class OwnIdentities {

    private final IdentityPools pools;
    private final IdentityRegistry registry;
    private final OwnLogins own;

    private OwnIdentities(IdentityPools pools, IdentityRegistry registry, OwnLogins own) {
        this.pools = pools;
        this.registry = registry;
        this.own = own;
    }

    static OwnIdentities of(KeycloakSession session, RealmModel realm, UserModel user) {
        IdentityPoolsProvider provider = IdentityPoolsProvider.of(session);
        return new OwnIdentities(
                provider.pools(realm),
                provider.registry(realm),
                provider.knownPeople(realm).ownLogins(user.getId()));
    }

    /** The oldest first. */
    List<AccountIdentity> list() {
        return registry.owners(own.known()).stream()
                .map(registry::find)
                .sorted(Comparator.comparing(IdentityDetails::created)
                        .thenComparing(identity -> identity.id().value()))
                .map(this::represented)
                .toList();
    }

    private AccountIdentity represented(IdentityDetails identity) {
        Set<LoginKey> stored = registry.logins(identity.id());
        return new AccountIdentity(
                identity.id().value(),
                identity.pool().value(),
                registry.requirePool(identity.pool()).name(),
                identity.state().name(),
                identity.created().toEpochMilli(),
                identity.logins().stream()
                        .map(login -> AccountLogin.of(login, own.fixed(login.provider(), stored)))
                        .toList());
    }

    /** All that is held on the user, as for administrators. */
    ExportRepresentation export() {
        return new ExportRepresentation(registry.held(registry.owners(own.known())).stream()
                .map(HeldRepresentation::of)
                .toList());
    }

    /** @throws io.keypool.aws.AwsFault ResourceNotFoundException or ResourceConflictException */
    void unlink(IdentityId identity, String provider) {
        pools.takeLogin(identity, provider, own);
    }
}
