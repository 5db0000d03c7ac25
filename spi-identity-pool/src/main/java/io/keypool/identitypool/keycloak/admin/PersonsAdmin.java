package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityRegistry;
import io.keypool.identitypool.keycloak.KnownPeople;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;

/** All that the pools of the realm hold on one person. Questions with a body, as a search is. */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PersonsAdmin {

    private final IdentityRegistry registry;
    private final KnownPeople people;
    private final Administrator administrator;

    PersonsAdmin(IdentityRegistry registry, KnownPeople people, Administrator administrator) {
        this.registry = registry;
        this.people = people;
        this.administrator = administrator;
    }

    /** Everything that is held, in all pools. */
    @POST
    @Path("export")
    public ExportRepresentation export(@Nullable PersonRequest request) {
        administrator.requireView();
        return AdminAnswer.of(() -> new ExportRepresentation(registry.held(identities(request)).stream()
                .map(HeldRepresentation::of)
                .toList()));
    }

    /** Deletes all of it; the person's sessions end. Who comes again is somebody new. */
    @POST
    @Path("delete")
    public DeletedRepresentation delete(@Nullable PersonRequest request) {
        administrator.requireManage();
        DeletedRepresentation deleted =
                AdminAnswer.of(() -> new DeletedRepresentation(registry.erase(identities(request)).stream()
                        .map(IdentityId::value)
                        .toList()));
        administrator.did(OperationType.DELETE, deleted);
        return deleted;
    }

    private Set<IdentityId> identities(@Nullable PersonRequest request) {
        Person person = new PersonReader(people).read(request);
        Set<IdentityId> identities = person instanceof Person.Named named
                ? registry.owners(people.logins(named.subjects()))
                : Set.of(((Person.Known) person).identity());
        if (identities.isEmpty()) {
            throw AdminAnswer.notFound("No pool of the realm knows that person.");
        }
        return identities;
    }
}
