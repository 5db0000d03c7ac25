package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.keycloak.PoolImport;
import io.keypool.identitypool.wire.ExportedPool;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.events.admin.OperationType;

/** Takes a pool over from AWS. */
@Produces(MediaType.APPLICATION_JSON)
public final class PoolImportAdmin {

    private final PoolImport pools;
    private final Administrator administrator;

    PoolImportAdmin(PoolImport pools, Administrator administrator) {
        this.pools = pools;
        this.administrator = administrator;
    }

    /** {@code {"IdentityPool": …, "IdentityPoolRoles": …}}, each as AWS answers it. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public ImportedPoolRepresentation add(byte[] body) {
        administrator.requireManage();
        ImportedPoolRepresentation imported = AdminAnswer.of(() -> {
            ExportedPool exported = ExportedPool.read(body);
            return new ImportedPoolRepresentation(exported.pool().id().value(), pools.add(exported));
        });
        if (imported.added()) {
            administrator.did(OperationType.CREATE, imported);
        }
        return imported;
    }
}
