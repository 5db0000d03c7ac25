package io.keypool.identitypool.keycloak.login;

import io.keypool.identitypool.LoginProvider;
import io.keypool.identitypool.LoginProvider.OpenIdProvider;
import io.keypool.identitypool.LoginProvider.PublicProvider;
import io.keypool.identitypool.LoginProvider.SamlProvider;
import io.keypool.sts.keycloak.IdentityProviders;
import io.keypool.sts.keycloak.ProviderKey;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;

/** Finds the realm's identity provider that stands behind a pool's provider. */
final class RealmIdentityProviders {

    private final IdentityProviders all;

    RealmIdentityProviders(IdentityProviders all) {
        this.all = all;
    }

    /** The enabled identity provider; nothing when the realm has none for the name. */
    Optional<IdentityProviderModel> find(LoginProvider provider) {
        return all.find(provider.name(), model -> isFor(model, provider));
    }

    static boolean isFor(IdentityProviderModel model, LoginProvider provider) {
        return model.isEnabled() && standsBehind(model, provider);
    }

    /** Whether or not it is enabled. */
    static boolean standsBehind(IdentityProviderModel model, LoginProvider provider) {
        if (provider instanceof SamlProvider saml) {
            return ProviderKey.isSaml(model) && saml.alias().equals(model.getAlias());
        }
        boolean named = provider instanceof PublicProvider || provider instanceof OpenIdProvider;
        return named && ProviderKey.of(model).filter(provider.name()::equals).isPresent();
    }
}
