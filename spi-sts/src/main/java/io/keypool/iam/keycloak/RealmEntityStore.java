package io.keypool.iam.keycloak;

import io.keypool.aws.Arn;
import io.keypool.iam.Entities;
import io.keypool.iam.EntityStore;
import io.keypool.iam.IamFault;
import io.keypool.sts.keycloak.component.ComponentChanges;
import io.keypool.sts.keycloak.component.InvalidComponent;
import io.keypool.sts.keycloak.component.RealmBusyException;
import java.util.function.Function;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Roles and policies among the realm's components. */
final class RealmEntityStore implements EntityStore {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Arn caller;

    RealmEntityStore(KeycloakSession session, RealmModel realm, Arn caller) {
        this.session = session;
        this.realm = realm;
        this.caller = caller;
    }

    @Override
    public Entities read() {
        return new StoredEntities(realm);
    }

    @Override
    public <T> T change(Function<Entities.Changeable, T> work) {
        try {
            return new ComponentChanges(session, realm, caller).inLine(locked -> work.apply(new RealmEntities(locked)));
        } catch (RealmBusyException busy) {
            throw IamFault.concurrentModification();
        } catch (ComponentValidationException invalid) {
            throw IamFault.invalidInput(InvalidComponent.reason(invalid));
        }
    }
}
