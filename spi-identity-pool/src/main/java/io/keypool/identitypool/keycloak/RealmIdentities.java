package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.Identities;
import io.keypool.identitypool.Identity;
import io.keypool.identitypool.IdentityChanges;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.LoginKey;
import io.keypool.identitypool.MergeId;
import io.keypool.identitypool.MergeRecord;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.keycloak.guests.GuestUsers;
import io.keypool.identitypool.store.IdentityTable;
import io.keypool.sts.SessionOrigin;
import io.keypool.sts.keycloak.StsProvider;
import io.keypool.sts.keycloak.revocation.RealmRevocations;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The identities of a realm in Keycloak's database. */
final class RealmIdentities implements Identities {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String region;

    RealmIdentities(KeycloakSession session, RealmModel realm, String region) {
        this.session = session;
        this.realm = realm;
        this.region = region;
    }

    @Override
    public Optional<Identity> find(IdentityId id) {
        return table(session).find(id);
    }

    @Override
    public Collection<Identity> owners(PoolId pool, Set<LoginKey> logins) {
        return table(session).owners(pool, logins);
    }

    @Override
    public Optional<MergeRecord> merge(MergeId id) {
        return table(session).merge(id);
    }

    @Override
    public List<MergeRecord> merges(IdentityId identity) {
        return table(session).merges(identity);
    }

    /**
     * In a transaction of its own: the request's would be committed after the answer is made, when a failure could only
     * be told in Keycloak's words.
     */
    @Override
    public void add(Identity guest) {
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(), nested -> table(nested).add(guest));
    }

    @Override
    public <T> Optional<T> change(Set<IdentityId> locked, Function<IdentityChanges, Optional<T>> work) {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(), nested -> change(nested, locked, work));
        } catch (ModelException failure) {
            if (LostRace.caused(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private <T> Optional<T> change(
            KeycloakSession nested, Set<IdentityId> locked, Function<IdentityChanges, Optional<T>> work) {
        nested.getContext().setRealm(nested.realms().getRealm(realm.getId()));
        IdentityTable table = table(nested);
        table.lock(locked);
        Optional<T> done = work.apply(table);
        if (done.isEmpty()) {
            nested.getTransactionManager().setRollbackOnly();
            return done;
        }
        table.flush();
        return done;
    }

    /** The tables in the request's own transaction. */
    IdentityTable inRequest() {
        return table(session);
    }

    private GuestUsers guests(KeycloakSession of) {
        return new GuestUsers(of, of.realms().getRealm(realm.getId()));
    }

    private IdentityTable table(KeycloakSession of) {
        RealmRevocations revocations = StsProvider.of(of).revocations(realm);
        return new IdentityTable(
                of.getProvider(JpaConnectionProvider.class).getEntityManager(), realm.getId(), region, identity -> {
                    revocations.end(new SessionOrigin(SessionOrigin.Kind.IDENTITY, identity.value()));
                    guests(of).remove(identity);
                });
    }
}
