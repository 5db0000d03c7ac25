package io.keypool.identitypool.wire;

import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolRoles;
import io.keypool.identitypool.settings.PoolSettings;
import io.keypool.identitypool.settings.StoredPool;
import java.util.Map;
import java.util.Optional;

/** A pool as AWS's own command line tells it: the answers of DescribeIdentityPool and GetIdentityPoolRoles. */
public record ExportedPool(StoredPool pool, Optional<PoolRoles> roles) {

    /**
     * Reads {@code {"IdentityPool": …, "IdentityPoolRoles": …}}.
     *
     * @throws io.keypool.aws.AwsFault as CreateIdentityPool and SetIdentityPoolRoles refuse it
     */
    public static ExportedPool read(byte[] body) {
        JsonMembers members = JsonMembers.parse(body);
        Optional<JsonMembers> pool = members.structure("IdentityPool");
        if (pool.isEmpty()) {
            members.violated("IdentityPool", "Member must not be null");
        }
        members.check();
        return new ExportedPool(
                pool(pool.orElseThrow()),
                // Of a pool that has none, AWS tells the id alone.
                members.structure("IdentityPoolRoles")
                        .filter(roles -> roles.structure("Roles").isPresent())
                        .map(roles -> RoleReaders.roles(roles).roles()));
    }

    private static StoredPool pool(JsonMembers members) {
        String id = members.requiredText("IdentityPoolId", Shapes.ID);
        Map<String, String> tags = TagReaders.tags("IdentityPoolTags", members).orElse(Map.of());
        PoolSettings settings = PoolReaders.untagged(members);
        return new StoredPool(new PoolId(id), settings.withTags(TagReaders.ofPeople(tags)));
    }
}
