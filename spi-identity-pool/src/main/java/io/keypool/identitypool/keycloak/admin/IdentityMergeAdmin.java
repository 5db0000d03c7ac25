package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityPools;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;

/** Makes an identity and another one of its pool one. Undone as any merge. */
@Produces(MediaType.APPLICATION_JSON)
public final class IdentityMergeAdmin {

    private final IdentityPools pools;
    private final Administrator administrator;
    private final String identity;

    IdentityMergeAdmin(IdentityPools pools, Administrator administrator, String identity) {
        this.pools = pools;
        this.administrator = administrator;
        this.identity = identity;
    }

    /** To be told what would be done takes no right to do it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public MergedRepresentation merge(@Nullable MergeRequest request) {
        boolean dry = request != null && request.isDry();
        require(dry);
        if (request == null || request.identityId() == null) {
            throw AdminAnswer.badRequest("Name the other identity.");
        }
        String other = request.identityId();
        MergedRepresentation merged = AdminAnswer.of(() -> merge(new IdentityId(identity), new IdentityId(other), dry));
        if (!dry) {
            administrator.did(OperationType.ACTION, merged);
        }
        return merged;
    }

    private void require(boolean dry) {
        if (dry) {
            administrator.requireView();
            return;
        }
        administrator.requireManage();
    }

    private MergedRepresentation merge(IdentityId one, IdentityId other, boolean dry) {
        return MergedRepresentation.of(dry ? pools.previewMerge(one, other) : pools.mergeIdentities(one, other));
    }
}
