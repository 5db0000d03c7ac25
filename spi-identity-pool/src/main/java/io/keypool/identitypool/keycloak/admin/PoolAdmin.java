package io.keypool.identitypool.keycloak.admin;

import io.keypool.aws.Secret;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.Logins;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.keycloak.IdentityPoolsProvider;
import io.keypool.identitypool.keycloak.RoleTemplate;
import io.keypool.identitypool.store.IdentityCountTable;
import io.keypool.identitypool.store.PoolRows;
import io.keypool.sts.SessionOrigin;
import io.keypool.sts.keycloak.StsProvider;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** One pool, by id. */
@Produces(MediaType.APPLICATION_JSON)
public final class PoolAdmin {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Administrator administrator;
    private final String pool;

    PoolAdmin(KeycloakSession session, RealmModel realm, Administrator administrator, String pool) {
        this.session = session;
        this.realm = realm;
        this.administrator = administrator;
        this.pool = pool;
    }

    @GET
    public PoolRepresentation pool() {
        administrator.requireView();
        return AdminAnswer.of(
                () -> PoolRepresentation.of(provider().administeredPools(realm).get(new PoolId(pool))));
    }

    /** Replaces name and settings. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void replace(@Nullable PoolChange body) {
        administrator.requireManage();
        PoolChange change = Objects.requireNonNullElse(body, PoolChange.NONE);
        AdminAnswer.run(() -> provider()
                .administeredPools(realm)
                .replace(new PoolId(pool), change.requiredName(), change.requiredConfig()));
        administrator.did(OperationType.UPDATE, change);
    }

    /** With all its identities, whose sessions end. */
    @DELETE
    public void delete() {
        administrator.requireManage();
        AdminAnswer.run(() -> provider().administeredPools(realm).remove(new PoolId(pool)));
        administrator.did(OperationType.DELETE);
    }

    /**
     * Identities of the pool, the latest first. A question with a body: what tells who somebody is at a provider is
     * nothing for an address, which is logged.
     */
    @POST
    @Path("search")
    @Consumes(MediaType.APPLICATION_JSON)
    public SearchResult search(@Nullable SearchRequest request) {
        administrator.requireView();
        return AdminAnswer.of(() -> new IdentitySearch(
                        provider().registry(realm), new PersonReader(provider().knownPeople(realm)))
                .search(new PoolId(pool), Objects.requireNonNullElse(request, SearchRequest.ALL)));
    }

    /** What a call with those logins would do, without doing it. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public PreviewRepresentation preview(@Nullable PreviewRequest body) {
        administrator.requireView();
        PreviewRequest request = Objects.requireNonNullElse(body, PreviewRequest.GUEST);
        Map<String, Secret> tokens = new HashMap<>();
        request.logins().forEach((name, token) -> tokens.put(name, new Secret(token)));
        return AdminAnswer.of(() -> PreviewRepresentation.of(provider()
                .pools(realm)
                .preview(
                        new PoolId(pool),
                        Optional.ofNullable(request.identityId()).map(IdentityId::new),
                        new Logins(tokens))));
    }

    /** Whose logins the pool takes, and whether they can be verified. */
    @GET
    @Path("providers")
    public ProvidersRepresentation providers() {
        administrator.requireView();
        return new ProvidersReader(session, realm).read(known());
    }

    /** Which role a login would get. Nothing is issued. */
    @POST
    @Path("role-test")
    @Consumes(MediaType.APPLICATION_JSON)
    public RoleTestRepresentation roleTest(@Nullable RoleTestRequest body) {
        administrator.requireView();
        RoleTrial trial = new RoleTrial(provider().pools(realm), known());
        RoleTestRequest request = Objects.requireNonNullElse(body, RoleTestRequest.NONE);
        return AdminAnswer.of(() -> RoleTestRepresentation.of(trial.answer(request)));
    }

    /** Documents of roles for the pool's identities. */
    @GET
    @Path("role-templates")
    public List<RoleTemplateRepresentation> roleTemplates() {
        administrator.requireView();
        return RoleTemplate.all(known()).stream()
                .map(RoleTemplateRepresentation::of)
                .toList();
    }

    /** The sessions of all identities of the pool. */
    @Path("revocations")
    public SessionsAdmin revocations() {
        return new SessionsAdmin(
                StsProvider.of(session).revocations(realm),
                administrator,
                () -> List.of(new SessionOrigin(
                        SessionOrigin.Kind.IDENTITY_POOL, known().id().value())));
    }

    @Path("import")
    public IdentityImportAdmin identityImport() {
        return new IdentityImportAdmin(
                provider().identityImport(realm), provider().pools(realm), administrator, this::knownId);
    }

    /** How many identities it has now. */
    @GET
    @Path("count")
    public IdentityCountsRepresentation count() {
        administrator.requireView();
        PoolId known = knownId();
        EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return IdentityCountsRepresentation.of(
                known, new IdentityCountTable(em).count(new PoolRows.Pool(realm.getId(), known.uniquePart())));
    }

    @Path("statistics")
    public StatisticsAdmin statistics() {
        return new StatisticsAdmin(session, realm, administrator, this::knownId);
    }

    @Path("guests")
    public GuestsAdmin guests() {
        return new GuestsAdmin(session, realm, administrator, this::known);
    }

    private PoolId knownId() {
        return known().id();
    }

    private IdentityPool known() {
        return AdminAnswer.of(() -> provider().registry(realm).requirePool(new PoolId(pool)));
    }

    private IdentityPoolsProvider provider() {
        return IdentityPoolsProvider.of(session);
    }
}
