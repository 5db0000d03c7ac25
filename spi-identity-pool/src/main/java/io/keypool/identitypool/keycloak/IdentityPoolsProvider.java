package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.IdentityPools;
import io.keypool.identitypool.Ports;
import io.keypool.sts.keycloak.KeycloakClock;
import io.keypool.sts.keycloak.StsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;

/** Identity pools for a session: the door of any realm, and the resource at {@code /realms/{realm}/identity-pool}. */
public final class IdentityPoolsProvider implements RealmResourceProvider {

    private final KeycloakSession session;
    private final IdentityPoolOptions options;

    IdentityPoolsProvider(KeycloakSession session, IdentityPoolOptions options) {
        this.session = session;
        this.options = options;
    }

    static IdentityPoolsProvider of(KeycloakSession session) {
        return (IdentityPoolsProvider)
                session.getProvider(RealmResourceProvider.class, IdentityPoolsProviderFactory.ID);
    }

    /** The door of that realm. */
    public IdentityPools pools(RealmModel realm) {
        return new IdentityPools(new Ports(
                new RealmPools(realm, options.region()),
                new RealmIdentities(session, realm, options.region()),
                new JwsTokens(session, new SigningKeys(session, realm)),
                () -> RealmIssuer.of(session, realm),
                StsProvider.of(session).service(realm),
                new KeycloakClock()));
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
