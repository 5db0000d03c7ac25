package io.keypool.sts.keycloak.component;

import io.keypool.aws.Arn;
import io.keypool.sts.keycloak.StoredRealm;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Changes components of a realm, one caller after the other, each in a transaction of its own. */
public final class ComponentChanges {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final BiFunction<KeycloakSession, RealmModel, ChangeEvents> events;

    /** @param caller who signed the call; the admin events name them */
    public ComponentChanges(KeycloakSession session, RealmModel realm, Arn caller) {
        this(session, realm, (nested, changed) -> {
            String address = session.getContext().getConnection().getRemoteHost();
            return new ComponentEvents(nested, changed, caller, address);
        });
    }

    private ComponentChanges(
            KeycloakSession session, RealmModel realm, BiFunction<KeycloakSession, RealmModel, ChangeEvents> events) {
        this.session = session;
        this.realm = realm;
        this.events = events;
    }

    /** For an administrator, whose call is the event whatever it changes. */
    public static ComponentChanges ofAdministrator(KeycloakSession session, RealmModel realm) {
        return new ComponentChanges(session, realm, (nested, changed) -> (operation, component) -> {});
    }

    /**
     * Does the work when it is the caller's turn, and commits it.
     *
     * @throws RealmBusyException when the turn does not come
     * @throws org.keycloak.component.ComponentValidationException for a component that is none of its kind
     */
    public <T> T inLine(Function<LockedRealm, T> work) {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(),
                    null, // with a context the realm would be read before the lock
                    nested -> work.apply(locked(nested)),
                    "keypool change of components");
        } catch (PessimisticLockException | LockTimeoutException busy) {
            throw new RealmBusyException(busy);
        }
    }

    /**
     * The realm's own row is the lock: names have no unique key, and a component's settings are rows of their own,
     * which two writers at once would both add. An update locks it in every database.
     */
    private LockedRealm locked(KeycloakSession nested) {
        nested.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery("update RealmEntity r set r.enabled = r.enabled where r.id = :id")
                .setParameter("id", realm.getId())
                .executeUpdate();
        RealmModel changed = nested.realms().getRealm(realm.getId());
        nested.getContext().setRealm(changed);
        return new LockedRealm(StoredRealm.of(nested, realm.getId()), changed, events.apply(nested, changed));
    }
}
