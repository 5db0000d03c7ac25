package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.IdentityPools;
import io.keypool.identitypool.Imported;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.keycloak.IdentityImport;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.keycloak.events.admin.OperationType;

/** Takes identities of a pool over from AWS, and the logins that a team knows of them. */
@Produces(MediaType.APPLICATION_JSON)
public final class IdentityImportAdmin {

    private final IdentityImport identities;
    private final IdentityPools pools;
    private final Administrator administrator;
    private final Supplier<PoolId> pool;

    IdentityImportAdmin(
            IdentityImport identities, IdentityPools pools, Administrator administrator, Supplier<PoolId> pool) {
        this.identities = identities;
        this.pools = pools;
        this.administrator = administrator;
        this.pool = pool;
    }

    /** JSON objects, one after the other: identities as AWS describes them, and logins. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public ImportRepresentation add(byte[] body) {
        administrator.requireManage();
        PoolId into = pool.get();
        ImportRepresentation imported = AdminAnswer.of(() -> {
            ImportReader read = ImportReader.read(body);
            List<Imported> done = new ArrayList<>(identities.add(into, read.identities()));
            done.addAll(pools.importLogins(into, read.logins()));
            return ImportRepresentation.of(done);
        });
        if (imported.added() > 0) {
            administrator.did(OperationType.ACTION);
        }
        return imported;
    }
}
