package io.keypool.sts.keycloak;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds the realm's enabled identity provider of a name that AWS knows it by. */
public final class IdentityProviders {

    private final KeycloakSession session;
    private final RealmModel realm;

    /** Realm and name to internal id, as found last: a hint that saves a query, checked on each use. */
    private final Map<String, String> hints;

    /** @param hints a map that lives as long as the server, to remember identity providers in */
    public IdentityProviders(KeycloakSession session, RealmModel realm, Map<String, String> hints) {
        this.session = session;
        this.realm = realm;
        this.hints = hints;
    }

    /** The one of that {@link ProviderKey}; nothing when the realm has none. */
    public Optional<IdentityProviderModel> find(String key) {
        return find(key, model -> ProviderKey.of(model).filter(key::equals).isPresent());
    }

    /** The one that is wanted; whatever is wanted under one name is always the same. */
    public Optional<IdentityProviderModel> find(String name, Predicate<IdentityProviderModel> wanted) {
        String hint = realm.getId() + "/" + name;
        Predicate<IdentityProviderModel> usable = wanted.and(IdentityProviderModel::isEnabled);
        Optional<IdentityProviderModel> known = Optional.ofNullable(hints.get(hint))
                .map(session.identityProviders()::getById)
                .filter(usable);
        if (known.isPresent()) {
            return known;
        }
        Optional<IdentityProviderModel> found = all().filter(usable).findFirst();
        found.ifPresent(model -> hints.put(hint, model.getInternalId()));
        return found;
    }

    private Stream<IdentityProviderModel> all() {
        return session.identityProviders().getAllStream(IdentityProviderQuery.any());
    }
}
