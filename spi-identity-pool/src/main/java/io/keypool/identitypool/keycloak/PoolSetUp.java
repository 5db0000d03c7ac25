package io.keypool.identitypool.keycloak;

import io.keypool.aws.Arn;
import io.keypool.iam.keycloak.NewRoles;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolRoles;
import io.keypool.identitypool.settings.PoolSettings;
import io.keypool.sts.keycloak.component.LockedRealm;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** Makes a pool that works: with its roles, which trust it and may do nothing yet. All of it is made, or nothing. */
public final class PoolSetUp {

    private final RealmModel realm;
    private final PoolChanges changes;
    private final NewPoolSettings settings;
    private final String region;

    PoolSetUp(RealmModel realm, PoolChanges changes, NewPoolSettings settings, String region) {
        this.realm = realm;
        this.changes = changes;
        this.settings = settings;
        this.region = region;
    }

    /**
     * What was made.
     *
     * @param roles where the pool takes no guests, one alone
     */
    public record Made(PoolId id, String name, PoolRoles roles) {}

    /**
     * @throws io.keypool.aws.AwsFault InvalidParameterException, LimitExceededException, LimitExceeded of IAM, or
     *     TooManyRequestsException
     */
    public Made add(NewPool wanted) {
        PoolSettings found = settings.of(wanted);
        return changes.inLine(locked -> add(locked, found));
    }

    private Made add(LockedRealm locked, PoolSettings wanted) {
        int most = PoolQuota.of(realm);
        if (new RealmPools(locked.stored(), region).isFull(most)) {
            throw CognitoFault.tooManyPools(most);
        }
        ComponentModel component = PoolMapping.component(wanted);
        // Known before there is a pool: the roles trust it by its id.
        component.setId(UUID.randomUUID().toString());
        // Before there are roles: what is wrong with a pool's name is not to be said of theirs.
        PoolComponent.validate(component);
        PoolId id = PoolId.of(region, component.getId());
        PoolRoles roles = roles(new SetUpRoles(NewRoles.in(locked), wanted.name()), id, wanted.guests());
        PoolMappings.write(component, roles);
        locked.add(component);
        return new Made(id, wanted.name(), roles);
    }

    private static PoolRoles roles(SetUpRoles made, PoolId pool, boolean guests) {
        Optional<Arn> ofGuests = guests ? Optional.of(made.add("-guest", RoleTemplate.guest(pool))) : Optional.empty();
        Arn ofOthers = made.add("-authenticated", RoleTemplate.authenticated(pool));
        return new PoolRoles(ofGuests, Optional.of(ofOthers), Map.of());
    }
}
