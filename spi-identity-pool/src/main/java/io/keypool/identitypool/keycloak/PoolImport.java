package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.wire.ExportedPool;
import io.keypool.sts.keycloak.component.InvalidComponent;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.RealmModel;

/** Makes a pool of AWS a pool of the realm, with its id. */
public final class PoolImport {

    private final RealmModel realm;
    private final String region;

    PoolImport(RealmModel realm, String region) {
        this.realm = realm;
        this.region = region;
    }

    /**
     * Adds the pool; one that is there already stays as it is.
     *
     * @return whether it was added
     * @throws io.keypool.aws.AwsFault InvalidParameterException for what is no pool of this server
     */
    public boolean add(ExportedPool exported) {
        PoolId id = exported.pool().id();
        if (!id.region().equals(region)) {
            throw CognitoFault.invalidPool("The region of this server is " + region + ".");
        }
        if (new RealmPools(realm, region).component(id).isPresent()) {
            return false;
        }
        ComponentModel component = PoolMapping.component(exported.pool().settings());
        component.setId(id.uniquePart());
        component.setParentId(realm.getId());
        exported.roles().ifPresent(roles -> PoolMappings.write(component, roles));
        try {
            realm.addComponentModel(component);
        } catch (ComponentValidationException invalid) {
            throw CognitoFault.invalidPool(InvalidComponent.reason(invalid));
        }
        return true;
    }
}
