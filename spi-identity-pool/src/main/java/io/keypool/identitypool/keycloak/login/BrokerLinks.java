package io.keypool.identitypool.keycloak.login;

import io.keypool.aws.Secret;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.LoginProvider;
import io.keypool.identitypool.Subject;
import io.keypool.sts.keycloak.ProviderKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
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

    public BrokerLinks(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** A user's link to a broker that the pool takes logins of. */
    record Link(String alias, LoginProvider provider, Subject subject) {}

    /** The links of the user to brokers that the pool takes logins of; Keycloak has them in its cache. */
    List<Link> of(IdentityPool pool, UserModel user) {
        return links(user).flatMap(link -> link(pool, link).stream()).toList();
    }

    /** How the pool names the provider behind an identity provider of the realm, if it takes logins of it. */
    public Optional<String> providerName(IdentityPool pool, String alias) {
        return Optional.ofNullable(session.identityProviders().getByAlias(alias))
                .flatMap(model -> provider(pool, model))
                .map(LoginProvider::name);
    }

    /** Whom those links say that the user is. */
    public List<Subject> subjects(IdentityPool pool, UserModel user) {
        return of(pool, user).stream().map(Link::subject).toList();
    }

    /** Whom the user's links say that the user is, whatever pools make of it. */
    public List<Subject> subjects(UserModel user, Predicate<String> alias) {
        return links(user)
                .filter(link -> alias.test(link.getIdentityProvider()))
                .flatMap(link -> subject(link).stream())
                .toList();
    }

    /** Nothing for a provider that pools cannot know, or that is gone. */
    public Optional<Subject> subject(FederatedIdentityModel link) {
        return model(link).flatMap(model -> subject(model, link));
    }

    /** The key that logins of the identity provider are stored by, if the realm has no other one of the same key. */
    public Optional<String> keyOfNoOther(IdentityProviderModel model) {
        return ProviderKey.of(model)
                .filter(key -> session.identityProviders()
                        .getAllStream(IdentityProviderQuery.any())
                        .filter(other -> !other.getInternalId().equals(model.getInternalId()))
                        .noneMatch(other ->
                                ProviderKey.of(other).filter(key::equals).isPresent()));
    }

    private Stream<FederatedIdentityModel> links(UserModel user) {
        return session.users().getFederatedIdentitiesStream(realm, user);
    }

    private Optional<IdentityProviderModel> model(FederatedIdentityModel link) {
        return Optional.ofNullable(session.identityProviders().getByAlias(link.getIdentityProvider()));
    }

    private Optional<Link> link(IdentityPool pool, FederatedIdentityModel link) {
        return model(link)
                .flatMap(model -> provider(pool, model)
                        .flatMap(provider -> subject(model, link)
                                .map(subject -> new Link(link.getIdentityProvider(), provider, subject))));
    }

    private static Optional<LoginProvider> provider(IdentityPool pool, IdentityProviderModel model) {
        return pool.providers().values().stream()
                .filter(provider -> RealmIdentityProviders.isFor(model, provider))
                .findFirst();
    }

    private static Optional<Subject> subject(IdentityProviderModel model, FederatedIdentityModel link) {
        return ProviderKey.of(model).map(key -> new Subject(key, new Secret(link.getUserId())));
    }
}
