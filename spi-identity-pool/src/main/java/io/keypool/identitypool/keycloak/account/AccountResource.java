package io.keypool.identitypool.keycloak.account;

import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.keycloak.admin.AdminAnswer;
import io.keypool.identitypool.keycloak.admin.ExportRepresentation;
import io.keypool.identitypool.keycloak.admin.UnlinkRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.cors.Cors;

/** A user's own identities: to see takes {@code view-profile} of the account, to change {@code manage-account}. */
@Produces(MediaType.APPLICATION_JSON)
public final class AccountResource {

    private final KeycloakSession session;

    public AccountResource(KeycloakSession session) {
        this.session = session;
    }

    /** In all pools of the realm. */
    @GET
    @Path("identities")
    public List<AccountIdentity> identities() {
        return AdminAnswer.of(visible()::list);
    }

    /** Takes the logins of a provider from an identity; its sessions stay until they end. */
    @POST
    @Path("identities/{identity}/unlink")
    @Consumes(MediaType.APPLICATION_JSON)
    public void unlink(@PathParam("identity") String identity, @Nullable UnlinkRequest request) {
        OwnIdentities own = own(AccountRoles.MANAGE_ACCOUNT);
        AdminAnswer.run(() -> own.unlink(new IdentityId(identity), UnlinkRequest.named(request)));
    }

    /** All that the pools of the realm hold on the user. */
    @GET
    @Path("export")
    public ExportRepresentation export() {
        return AdminAnswer.of(visible()::export);
    }

    /** The token comes with the request itself; whether its client's pages may ask is decided there. */
    @OPTIONS
    @Path("{any:.*}")
    public Response preflight() {
        return Cors.builder()
                .auth()
                .allowedMethods("GET", "POST", "OPTIONS")
                .preflight()
                .add(Response.noContent());
    }

    private OwnIdentities visible() {
        return own(AccountRoles.VIEW_PROFILE, AccountRoles.MANAGE_ACCOUNT);
    }

    private OwnIdentities own(String... oneOfRoles) {
        AccountCaller caller = AccountCaller.of(session);
        caller.requireOneOf(oneOfRoles);
        return OwnIdentities.of(session, session.getContext().getRealm(), caller.user());
    }
}
