package io.keypool.sts.keycloak;

import io.keypool.sts.Ports;
import io.keypool.sts.SecurityTokenService;
import io.keypool.sts.SessionPolicyReader;
import java.security.SecureRandom;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;

/** STS for a session: the door of any realm, and the resource at {@code /realms/{realm}/sts}. */
public final class StsProvider implements RealmResourceProvider {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeycloakSession session;
    private final StsOptions options;
    private final SessionPolicyReader sessionPolicies;
    private final Map<String, String> identityProviders;

    /** @param identityProviders a map that lives as long as the server, to remember identity providers in */
    StsProvider(
            KeycloakSession session,
            StsOptions options,
            SessionPolicyReader sessionPolicies,
            Map<String, String> identityProviders) {
        this.session = session;
        this.options = options;
        this.sessionPolicies = sessionPolicies;
        this.identityProviders = identityProviders;
    }

    /** The STS of this server. */
    public static StsProvider of(KeycloakSession session) {
        return (StsProvider) session.getProvider(RealmResourceProvider.class, StsProviderFactory.ID);
    }

    /** The door of that realm. */
    public SecurityTokenService service(RealmModel realm) {
        KeycloakClock clock = new KeycloakClock();
        Ports ports = new Ports(
                new RealmRoles(realm),
                arn -> PolicyComponent.find(realm, arn),
                new RealmUsers(session, realm),
                new TrustedWebIdentities(session, clock, new AccessTokenIdentities(session, clock, identityProviders)),
                new RealmSessionKeys(session, realm),
                sessionPolicies,
                (origins, issuedAt) -> false,
                RequestReader.facts(session),
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
