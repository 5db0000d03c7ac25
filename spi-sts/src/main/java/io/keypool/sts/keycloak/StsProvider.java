package io.keypool.sts.keycloak;

import io.keypool.aws.Arn;
import io.keypool.sts.Ports;
import io.keypool.sts.RequestFacts;
import io.keypool.sts.Role;
import io.keypool.sts.SecurityTokenService;
import io.keypool.sts.keycloak.refusal.Refusals;
import io.keypool.sts.keycloak.revocation.RealmRevocations;
import java.security.SecureRandom;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;

/** STS for a session: the door of any realm, and the resource at {@code /realms/{realm}/sts}. */
public final class StsProvider implements RealmResourceProvider {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeycloakSession session;
    private final StsOptions options;
    private final NodeMemory memory;

    StsProvider(KeycloakSession session, StsOptions options, NodeMemory memory) {
        this.session = session;
        this.options = options;
        this.memory = memory;
    }

    /** The STS of this server. */
    public static StsProvider of(KeycloakSession session) {
        return (StsProvider) session.getProvider(RealmResourceProvider.class, StsProviderFactory.ID);
    }

    /** The door of that realm. */
    public SecurityTokenService service(RealmModel realm) {
        return service(realm, RequestReader.facts(session));
    }

    /** The door of that realm for a request that somebody else tells of. */
    SecurityTokenService service(RealmModel realm, RequestFacts request) {
        KeycloakClock clock = new KeycloakClock();
        RealmRevocations revocations = revocations(realm);
        Ports ports = new Ports(
                new RealmRoles(realm),
                arn -> PolicyComponent.find(realm, arn),
                new RealmUsers(session, realm),
                new TrustedWebIdentities(
                        session,
                        revocations,
                        clock,
                        new AccessTokenIdentities(session, clock, memory.identityProviders())),
                new RealmSamlAssertions(session, realm, clock),
                new RealmSessionKeys(session, realm),
                memory.sessionPolicies(),
                revocations,
                request,
                clock,
                RANDOM);
        return new SecurityTokenService(ports, options.signingRules());
    }

    /** The role of that name, whatever its path, or of that ARN. */
    public Optional<Role> role(RealmModel realm, String nameOrArn) {
        RealmRoles roles = new RealmRoles(realm);
        return nameOrArn.startsWith("arn:") ? Arn.parse(nameOrArn).flatMap(roles::find) : roles.named(nameOrArn);
    }

    /** Ends sessions of that realm before their time, together with what this Keycloak session writes. */
    public RealmRevocations revocations(RealmModel realm) {
        return memory.revocations().of(session, realm);
    }

    /** The refused calls that this node remembers. */
    public Refusals refusals() {
        return memory.refusals();
    }

    StsOptions options() {
        return options;
    }

    @Override
    public Object getResource() {
        return new StsResource(session);
    }

    @Override
    public void close() {}
}
