package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.LoginProvider;
import io.keypool.identitypool.LoginProvider.OpenIdProvider;
import io.keypool.identitypool.LoginProvider.PublicProvider;
import io.keypool.identitypool.LoginProvider.RealmUsers;
import io.keypool.identitypool.LoginProvider.SamlProvider;
import java.util.Locale;

/** What a pool can list. */
public enum ProviderKind {
    REALM,
    PUBLIC,
    OPENID,
    SAML,
    DEVELOPER;

    public static ProviderKind of(LoginProvider provider) {
        if (provider instanceof RealmUsers) {
            return REALM;
        }
        if (provider instanceof PublicProvider) {
            return PUBLIC;
        }
        return provider instanceof SamlProvider ? SAML : OPENID;
    }

    /** What the pool lists: the ARN of what is a provider of IAM, else the name. */
    public static String listedAs(LoginProvider provider) {
        return provider instanceof OpenIdProvider openId ? openId.arn().toString() : provider.name();
    }

    /** As administrators are told. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
