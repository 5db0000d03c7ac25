package io.keypool.iam.keycloak;

import io.keypool.iam.Entities;
import io.keypool.iam.EntityStore;
import io.keypool.iam.IamFault;
import io.keypool.sts.keycloak.StoredRealm;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import java.util.function.Function;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Roles and policies among the realm's components. */
final class RealmEntityStore implements EntityStore {

    private final KeycloakSession session;
    private final RealmModel realm;

    RealmEntityStore(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public Entities read() {
        return new RealmEntities(realm);
    }

    @Override
    public <T> T change(Function<Entities.Changeable, T> work) {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(),
                    null, // with a context the realm would be read before the lock
                    nested -> work.apply(locked(nested)),
                    "keypool IAM change");
        } catch (PessimisticLockException | LockTimeoutException busy) {
            throw IamFault.concurrentModification();
        } catch (ComponentValidationException invalid) {
            throw IamFault.invalidInput(String.valueOf(invalid.getMessage()));
        }
    }

    /**
     * The realm's own row is the lock: names have no unique key, and a component's settings are rows of their own,
     * which two writers at once would both add. An update locks it in every database.
     */
    private RealmEntities locked(KeycloakSession nested) {
        nested.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery("update RealmEntity r set r.enabled = r.enabled where r.id = :id")
                .setParameter("id", realm.getId())
                .executeUpdate();
        RealmModel changed = nested.realms().getRealm(realm.getId());
        nested.getContext().setRealm(changed);
        return new RealmEntities(StoredRealm.of(nested, realm.getId()), changed);
    }
}
