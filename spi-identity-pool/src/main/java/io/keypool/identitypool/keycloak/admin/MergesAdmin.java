package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.IdentityPools;
import io.keypool.identitypool.MergeId;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.keycloak.events.admin.OperationType;

/** Merges, and how they are taken back. */
@Produces(MediaType.APPLICATION_JSON)
public final class MergesAdmin {

    private final IdentityPools pools;
    private final Administrator administrator;

    MergesAdmin(IdentityPools pools, Administrator administrator) {
        this.pools = pools;
        this.administrator = administrator;
    }

    /** Undoes a merge, where it is still clear whose the logins are; else 409. */
    @POST
    @Path("{merge}/undo")
    public MergeRepresentation undo(@PathParam("merge") String merge) {
        administrator.requireManage();
        MergeRepresentation undone =
                AdminAnswer.of(() -> MergeRepresentation.of(pools.undoMerge(new MergeId(UUID.fromString(merge)))));
        administrator.did(OperationType.ACTION, undone);
        return undone;
    }
}
