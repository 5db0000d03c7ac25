package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.PoolId;
import io.keypool.sts.keycloak.component.ComponentChanges;
import io.keypool.sts.keycloak.component.InvalidComponent;
import io.keypool.sts.keycloak.component.LockedRealm;
import io.keypool.sts.keycloak.component.RealmBusyException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;

/** Changes of pools by callers who sign: one after the other, and refused in the words of Cognito Identity. */
final class PoolChanges {

    private final ComponentChanges changes;
    private final String region;

    PoolChanges(ComponentChanges changes, String region) {
        this.changes = changes;
        this.region = region;
    }

    /**
     * Changes the pool's component: what the change is given is a copy of what is stored, which nobody else changes
     * meanwhile. The component as it is now.
     *
     * @throws io.keypool.aws.AwsFault ResourceNotFoundException, InvalidParameterException or TooManyRequestsException,
     *     or what the change throws; then nothing was written
     */
    ComponentModel change(PoolId id, Consumer<ComponentModel> change) {
        return inLine(locked -> {
            ComponentModel component = existing(locked, id);
            change.accept(component);
            locked.update(component);
            return component;
        });
    }

    void remove(PoolId id) {
        inLine(locked -> {
            ComponentModel component = existing(locked, id);
            locked.remove(component);
            return component;
        });
    }

    <T> T inLine(Function<LockedRealm, T> work) {
        try {
            return changes.inLine(work);
        } catch (RealmBusyException busy) {
            throw CognitoFault.tooManyRequests()
                    .because("others changed the realm for longer than the database lets one wait");
        } catch (ComponentValidationException invalid) {
            throw CognitoFault.invalidPool(InvalidComponent.reason(invalid));
        }
    }

    private ComponentModel existing(LockedRealm locked, PoolId id) {
        return new RealmPools(locked.stored(), region)
                .component(id)
                .map(component -> locked.copy(component.getId()))
                .orElseThrow(() -> CognitoFault.poolNotFound(id));
    }
}
