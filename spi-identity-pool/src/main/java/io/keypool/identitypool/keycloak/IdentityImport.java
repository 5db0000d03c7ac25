package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.Imported;
import io.keypool.identitypool.ImportedIdentity;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.store.ImportTable;
import io.keypool.identitypool.store.PoolRows.Pool;
import io.keypool.sts.keycloak.KeycloakClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Adds identities of AWS to a pool, with their ids: what is there already stays as it is. */
public final class IdentityImport {

    /** In one transaction. */
    private static final int BATCH = 1_000;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String region;

    IdentityImport(KeycloakSession session, RealmModel realm, String region) {
        this.session = session;
        this.realm = realm;
        this.region = region;
    }

    /** What became of each, in their order. */
    public List<Imported> add(PoolId pool, List<ImportedIdentity> identities) {
        List<Imported> done = new ArrayList<>();
        for (int from = 0; from < identities.size(); from += BATCH) {
            done.addAll(batch(pool, identities.subList(from, Math.min(from + BATCH, identities.size()))));
        }
        return done;
    }

    /** Twice: who lost a race finds the other's identities when it looks again. */
    private List<Imported> batch(PoolId pool, List<ImportedIdentity> identities) {
        try {
            return inTransaction(pool, identities);
        } catch (ModelException failure) {
            if (LostRace.caused(failure)) {
                return inTransaction(pool, identities);
            }
            throw failure;
        }
    }

    private List<Imported> inTransaction(PoolId pool, List<ImportedIdentity> identities) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), nested -> add(table(nested), pool, identities));
    }

    private List<Imported> add(ImportTable table, PoolId pool, List<ImportedIdentity> identities) {
        Pool own = new Pool(realm.getId(), pool.uniquePart());
        Map<String, Pool> known = new HashMap<>(table.known(
                identities.stream().map(identity -> identity.id().value()).toList()));
        List<Imported> done = new ArrayList<>();
        for (ImportedIdentity identity : identities) {
            Pool other = known.putIfAbsent(identity.id().value(), own);
            done.add(other == null ? added(table, pool, identity) : known(identity.id(), other.equals(own)));
        }
        return done;
    }

    private Imported added(ImportTable table, PoolId pool, ImportedIdentity identity) {
        if (!identity.id().value().startsWith(region + ":")) {
            return Imported.refused(identity.id(), "the region of this server is " + region);
        }
        table.add(identity, pool, new KeycloakClock().instant());
        return Imported.added(identity.id());
    }

    private static Imported known(IdentityId identity, boolean own) {
        return own ? Imported.there(identity) : Imported.refused(identity, "it is an identity of another pool");
    }

    private ImportTable table(KeycloakSession of) {
        return new ImportTable(of.getProvider(JpaConnectionProvider.class).getEntityManager(), realm.getId());
    }
}
