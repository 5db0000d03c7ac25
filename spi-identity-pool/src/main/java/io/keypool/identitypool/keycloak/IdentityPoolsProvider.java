package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.IdentityLists;
import io.keypool.identitypool.IdentityPools;
import io.keypool.identitypool.IdentityRegistry;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.Ports;
import io.keypool.identitypool.RealmPeople;
import io.keypool.identitypool.keycloak.limits.IdleGuests;
import io.keypool.identitypool.keycloak.limits.NodeGuests;
import io.keypool.identitypool.keycloak.login.BrokerLinks;
import io.keypool.identitypool.keycloak.login.RealmLogins;
import io.keypool.identitypool.settings.RoleRules;
import io.keypool.identitypool.store.IdentityListTable;
import io.keypool.identitypool.store.IdentityRecordTable;
import io.keypool.sts.keycloak.KeycloakClock;
import io.keypool.sts.keycloak.RealmAccount;
import io.keypool.sts.keycloak.RealmIssuer;
import io.keypool.sts.keycloak.StsProvider;
import io.keypool.sts.keycloak.component.ComponentChanges;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;

/** Identity pools for a session: the door of any realm, and the resource at {@code /realms/{realm}/identity-pool}. */
public final class IdentityPoolsProvider implements RealmResourceProvider {

    private final KeycloakSession session;
    private final IdentityPoolOptions options;
    private final NodeMemory memory;

    IdentityPoolsProvider(KeycloakSession session, IdentityPoolOptions options, NodeMemory memory) {
        this.session = session;
        this.options = options;
        this.memory = memory;
    }

    public static IdentityPoolsProvider of(KeycloakSession session) {
        return (IdentityPoolsProvider)
                session.getProvider(RealmResourceProvider.class, IdentityPoolsProviderFactory.ID);
    }

    /** The door of that realm. */
    public IdentityPools pools(RealmModel realm) {
        return pools(realm, new KeycloakEvents(session, realm, Optional.empty()));
    }

    /** The door of that realm, for a call that has events of its own. */
    IdentityPools pools(RealmModel realm, KeycloakEvents events) {
        return new IdentityPools(ports(realm, events));
    }

    /** Whether guests who log in are in no table of users. */
    public boolean hasTransientGuests() {
        return options.transientGuests();
    }

    /** Whether the realm has that pool. */
    public boolean hasPool(RealmModel realm, PoolId pool) {
        return realmPools(realm).component(pool).isPresent();
    }

    /** The door of that realm for who logs in to the realm itself. */
    public RealmLogin realmLogin(RealmModel realm) {
        RealmPeople people = new RealmPeople(ports(realm, new KeycloakEvents(session, realm, Optional.empty())));
        return new RealmLogin(people, realmPools(realm), brokerLinks(realm), RealmIssuer.url(session, realm));
    }

    /** What the doors of that realm need. */
    Ports ports(RealmModel realm, KeycloakEvents events) {
        KeycloakClock clock = new KeycloakClock();
        RealmPools realmPools = realmPools(realm);
        return new Ports(
                realmPools,
                identities(realm),
                new RealmLogins(session, realm, clock, memory.identityProviderHints()),
                new RealmSubjects(session, realm),
                new JwsTokens(session, new SigningKeys(session, realm), RealmAccount.of(realm)),
                new OwnTokens(session, realm, clock),
                () -> RealmPoolIssuer.of(session, realm),
                StsProvider.of(session).service(realm),
                memory.guests().counts(session, realm.getId()),
                memory.sightings(),
                memory.statistics().counted(realm, realmPools, events),
                clock);
    }

    /** The door of that realm for who looks after people. */
    public IdentityRegistry registry(RealmModel realm) {
        IdentityRecordTable records = new IdentityRecordTable(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(), realm.getId(), options.region());
        return new IdentityRegistry(realmPools(realm), identities(realm), records);
    }

    /** The logins of people whom an administrator of that realm knows. */
    public KnownPeople knownPeople(RealmModel realm) {
        return new KnownPeople(session, realm, realmPools(realm), brokerLinks(realm));
    }

    /** The pools of that realm, for its administrators. */
    public AdministeredPools administeredPools(RealmModel realm) {
        String account = RealmAccount.of(realm).value();
        return new AdministeredPools(
                realmPools(realm),
                changes(realm),
                new RoleRules(PoolQuota.ofRules(realm), role -> role.account().equals(account)),
                options.region());
    }

    /** Makes pools of that realm with their roles. */
    public PoolSetUp poolSetUp(RealmModel realm) {
        return new PoolSetUp(realm, changes(realm), new NewPoolSettings(session, realm), options.region());
    }

    private PoolChanges changes(RealmModel realm) {
        return new PoolChanges(ComponentChanges.ofAdministrator(session, realm), options.region());
    }

    /** Takes pools of AWS into that realm. */
    public PoolImport poolImport(RealmModel realm) {
        return new PoolImport(realm, options.region());
    }

    /** Takes identities of AWS into pools of that realm. */
    public IdentityImport identityImport(RealmModel realm) {
        return new IdentityImport(session, realm, options.region());
    }

    RealmPools realmPools(RealmModel realm) {
        return new RealmPools(realm, options.region());
    }

    RealmIdentities identities(RealmModel realm) {
        return new RealmIdentities(session, realm, options.region());
    }

    IdentityLists lists(RealmModel realm) {
        return new IdentityListTable(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(), realm.getId(), options.region());
    }

    BrokerLinks brokerLinks(RealmModel realm) {
        return new BrokerLinks(session, realm);
    }

    /** How many guests this node took. */
    public NodeGuests guests() {
        return memory.guests();
    }

    public IdleGuests idleGuests() {
        return memory.idleGuests();
    }

    DeletedPools deletedPools() {
        return memory.deletedPools();
    }

    IdentityPoolOptions options() {
        return options;
    }

    @Override
    public Object getResource() {
        return new IdentityPoolsResource(session);
    }

    @Override
    public void close() {}
}
