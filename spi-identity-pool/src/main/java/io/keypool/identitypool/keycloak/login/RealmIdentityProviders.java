package io.keypool.identitypool.keycloak.login;

import io.keypool.identitypool.LoginProvider;
import io.keypool.identitypool.LoginProvider.OpenIdProvider;
import io.keypool.identitypool.LoginProvider.PublicProvider;
import io.keypool.identitypool.LoginProvider.SamlProvider;
import io.keypool.sts.keycloak.ProviderKey;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds the realm's identity provider that stands behind a pool's provider. */
final class RealmIdentityProviders {

    private final KeycloakSession session;
    private final RealmModel realm;

    /** Realm and provider name to internal id, as found last: a hint that saves a query, checked on each use. */
    private final Map<String, String> hints;

    RealmIdentityProviders(KeycloakSession session, RealmModel realm, Map<String, String> hints) {
        this.session = session;
        this.realm = realm;
        this.hints = hints;
    }

    /** The enabled identity provider; nothing when the realm has none for the name. */
    Optional<IdentityProviderModel> find(LoginProvider provider) {
        String hint = realm.getId() + "/" + provider.name();
        Optional<IdentityProviderModel> known = Optional.ofNullable(hints.get(hint))
                .map(session.identityProviders()::getById)
                .filter(model -> isFor(model, provider));
        if (known.isPresent()) {
            return known;
        }
        Optional<IdentityProviderModel> found =
                all().filter(model -> isFor(model, provider)).findFirst();
        found.ifPresent(model -> hints.put(hint, model.getInternalId()));
        return found;
    }

    private Stream<IdentityProviderModel> all() {
        return session.identityProviders().getAllStream(IdentityProviderQuery.any());
    }

    static boolean isFor(IdentityProviderModel model, LoginProvider provider) {
        if (!model.isEnabled()) {
            return false;
        }
        if (provider instanceof SamlProvider saml) {
            return ProviderKey.isSaml(model) && saml.alias().equals(model.getAlias());
        }
        boolean named = provider instanceof PublicProvider || provider instanceof OpenIdProvider;
        return named && ProviderKey.of(model).filter(provider.name()::equals).isPresent();
    }
}
