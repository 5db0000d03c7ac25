package io.keypool.identitypool.keycloak;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.identitypool.LoginProvider.PublicProvider;
import io.keypool.sts.keycloak.ProviderKey;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;

/**
 * An identity provider of the realm, as a pool lists it.
 *
 * @param provider the name of a public one, the ARN of any other
 * @param appId what the realm's broker is there; empty for a SAML provider
 */
public record ListableProvider(ProviderKind kind, String provider, String appId) {

    /** Nothing for one that AWS has no name for, or whose logins nobody can check. */
    public static Optional<ListableProvider> of(AccountId account, IdentityProviderModel model) {
        String appId = model.getConfig().getOrDefault("clientId", "").strip();
        return ProviderKey.of(model)
                .filter(key -> !key.equals(PublicProvider.TWITTER))
                .map(key -> {
                    if (ProviderKey.isSaml(model)) {
                        Arn arn = Arn.samlProvider(account, model.getAlias());
                        return new ListableProvider(ProviderKind.SAML, arn.toString(), "");
                    }
                    if (PublicProvider.NAMES.contains(key)) {
                        return new ListableProvider(ProviderKind.PUBLIC, key, appId);
                    }
                    return new ListableProvider(
                            ProviderKind.OPENID, Arn.oidcProvider(account, key).toString(), appId);
                });
    }
}
