package io.keypool.identitypool.keycloak.login;

import io.keypool.aws.Secret;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.LoginProvider;
import io.keypool.identitypool.Subject;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The brokers that users of the realm are linked to, as logins of a pool: a person who came once with the provider's
 * own token and once through Keycloak's broker is one.
 */
public final class BrokerLinks {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmIdentityProviders identityProviders;

    BrokerLinks(KeycloakSession session, RealmModel realm, RealmIdentityProviders identityProviders) {
        this.session = session;
        this.realm = realm;
        this.identityProviders = identityProviders;
    }

    /** A user's link to a broker that the pool takes logins of. */
    record Link(String alias, LoginProvider provider, Subject subject) {}

    /** Keycloak has the links of a user in its cache. */
    List<Link> of(IdentityPool pool, UserModel user) {
        return session.users()
                .getFederatedIdentitiesStream(realm, user)
                .flatMap(link -> link(pool, link).stream())
                .toList();
    }

    private Optional<Link> link(IdentityPool pool, FederatedIdentityModel link) {
        return identityProviders
                .byAlias(link.getIdentityProvider())
                .flatMap(model -> provider(pool, model)
                        .flatMap(provider -> subject(model, link)
                                .map(subject -> new Link(link.getIdentityProvider(), provider, subject))));
    }

    private static Optional<LoginProvider> provider(IdentityPool pool, IdentityProviderModel model) {
        return pool.providers().values().stream()
                .filter(provider -> RealmIdentityProviders.isFor(model, provider))
                .findFirst();
    }

    /** Who the link says that the user is at the provider; nothing for a provider that pools cannot know. */
    static Optional<Subject> subject(IdentityProviderModel model, FederatedIdentityModel link) {
        return ProviderKey.of(model).map(key -> new Subject(key, new Secret(link.getUserId())));
    }
}
