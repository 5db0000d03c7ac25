package io.keypool.sts.keycloak;

import io.keypool.sts.Ports;
import io.keypool.sts.RequestFacts;
import io.keypool.sts.SecurityTokenService;
import io.keypool.sts.SessionPolicyReader;
import java.security.SecureRandom;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;

/** STS for a session: the door of any realm, and the resource at {@code /realms/{realm}/sts}. */
public final class StsProvider implements RealmResourceProvider {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeycloakSession session;
    private final StsOptions options;
    private final SessionPolicyReader sessionPolicies;

    StsProvider(KeycloakSession session, StsOptions options, SessionPolicyReader sessionPolicies) {
        this.session = session;
        this.options = options;
        this.sessionPolicies = sessionPolicies;
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
        Ports ports = new Ports(
                new RealmRoles(realm),
                arn -> PolicyComponent.find(realm, arn),
                new RealmUsers(session, realm),
                new TrustedWebIdentities(session, clock),
                new RealmSessionKeys(session, realm),
                sessionPolicies,
                (origins, issuedAt) -> false,
                request,
                clock,
                RANDOM);
        return new SecurityTokenService(ports, options.signingRules());
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
