package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.IdentityDetails;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityPools;
import io.keypool.identitypool.keycloak.IdentityPoolsProvider;
import io.keypool.sts.SessionOrigin;
import io.keypool.sts.keycloak.StsProvider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Single identities, by id. */
@Produces(MediaType.APPLICATION_JSON)
public final class IdentitiesAdmin {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Administrator administrator;

    IdentitiesAdmin(KeycloakSession session, RealmModel realm, Administrator administrator) {
        this.session = session;
        this.realm = realm;
        this.administrator = administrator;
    }

    @GET
    @Path("{identity}")
    public IdentityRepresentation identity(@PathParam("identity") String identity) {
        administrator.requireView();
        return IdentityRepresentation.of(details(identity));
    }

    /** The merges that an identity took part in, the latest first. */
    @GET
    @Path("{identity}/merges")
    public List<MergeRepresentation> merges(@PathParam("identity") String identity) {
        administrator.requireView();
        return AdminAnswer.of(() -> pools().merges(new IdentityId(identity)).stream()
                .map(MergeRepresentation::of)
                .toList());
    }

    /** Which of some users of the realm the identity is; what is stored of it does not tell. */
    @POST
    @Path("{identity}/user")
    @Consumes(MediaType.APPLICATION_JSON)
    public UserRepresentation user(@PathParam("identity") String identity, @Nullable UserSearch search) {
        administrator.requireView();
        IdentityDetails details = details(identity);
        IdentityPoolsProvider provider = IdentityPoolsProvider.of(session);
        return provider.knownPeople(realm)
                .among(
                        search == null ? "" : search.text(),
                        details.pool(),
                        provider.registry(realm).logins(details.id()))
                .filter(administrator::maySee)
                .map(UserRepresentation::of)
                .orElseThrow(() -> AdminAnswer.notFound("None of the users that were tried has that identity."));
    }

    /** Removes the identity, what went into it, its logins and records; its credentials end within a second. */
    @DELETE
    @Path("{identity}")
    public void delete(@PathParam("identity") String identity) {
        change(identity, pools()::deleteIdentity, OperationType.DELETE);
    }

    /** Takes the logins of a provider away; its sessions stay until they end or are ended. */
    @POST
    @Path("{identity}/unlink")
    @Consumes(MediaType.APPLICATION_JSON)
    public void unlink(@PathParam("identity") String identity, @Nullable UnlinkRequest request) {
        change(identity, id -> pools().takeLogin(id, UnlinkRequest.named(request)), OperationType.ACTION);
    }

    /** Makes the identity and another one of its pool one. */
    @Path("{identity}/merge")
    public IdentityMergeAdmin merge(@PathParam("identity") String identity) {
        return new IdentityMergeAdmin(pools(), administrator, identity);
    }

    /** Closes the identity: it is refused, and its credentials end within a second. */
    @POST
    @Path("{identity}/disable")
    public void disable(@PathParam("identity") String identity) {
        change(identity, pools()::disableIdentity, OperationType.ACTION);
    }

    /** Opens the identity again, as what it was. */
    @POST
    @Path("{identity}/enable")
    public void enable(@PathParam("identity") String identity) {
        change(identity, pools()::enableIdentity, OperationType.ACTION);
    }

    /** The sessions of the identity; those of its pool end with them. */
    @Path("{identity}/revocations")
    public SessionsAdmin revocations(@PathParam("identity") String identity) {
        return new SessionsAdmin(StsProvider.of(session).revocations(realm), administrator, () -> {
            IdentityDetails details = details(identity);
            return List.of(
                    new SessionOrigin(SessionOrigin.Kind.IDENTITY, details.id().value()),
                    new SessionOrigin(
                            SessionOrigin.Kind.IDENTITY_POOL, details.pool().value()));
        });
    }

    private void change(String identity, Consumer<IdentityId> change, OperationType operation) {
        administrator.requireManage();
        AdminAnswer.run(() -> change.accept(new IdentityId(identity)));
        administrator.did(operation);
    }

    private IdentityDetails details(String identity) {
        return AdminAnswer.of(
                () -> IdentityPoolsProvider.of(session).registry(realm).find(new IdentityId(identity)));
    }

    private IdentityPools pools() {
        return IdentityPoolsProvider.of(session).pools(realm);
    }
}
