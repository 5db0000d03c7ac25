package io.keypool.identitypool.keycloak.login;

import io.keypool.aws.Secret;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.LoginProvider;
import io.keypool.identitypool.LoginProvider.OpenIdProvider;
import io.keypool.identitypool.LoginProvider.PublicProvider;
import io.keypool.identitypool.LoginProvider.RealmUsers;
import io.keypool.identitypool.LoginProvider.SamlProvider;
import io.keypool.identitypool.LoginVerifier;
import io.keypool.identitypool.ProvenLogin;
import io.keypool.identitypool.Subject;
import io.keypool.identitypool.TokenUse;
import io.keypool.sts.keycloak.ProviderKey;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Verifies logins with the identity providers and users of a realm. */
public final class RealmLogins implements LoginVerifier {

    private final RealmIdentityProviders identityProviders;
    private final RealmUserLogins users;
    private final OpenIdLogins openId;
    private final SamlLogins saml;
    private final PublicLogins publicProviders;

    /** @param hints a map that lives as long as the server, to remember identity providers in */
    public RealmLogins(KeycloakSession session, RealmModel realm, InstantSource clock, Map<String, String> hints) {
        IdTokenVerifier tokens = new IdTokenVerifier(session, clock);
        this.identityProviders = new RealmIdentityProviders(session, realm, hints);
        this.users = new RealmUserLogins(session, realm, tokens, new BrokerLinks(session, realm));
        this.openId = new OpenIdLogins(session, realm, tokens);
        this.saml = new SamlLogins(session, realm, clock);
        this.publicProviders = new PublicLogins(session, realm, clock);
    }

    @Override
    public ProvenLogin verify(IdentityPool pool, LoginProvider provider, Secret token, TokenUse use) {
        if (provider instanceof RealmUsers realmUsers) {
            return users.verify(pool, realmUsers, token);
        }
        if (provider.name().equals(ProviderKey.TWITTER)) {
            // Said before anything else: an administrator who adds the identity provider would not help.
            throw CognitoFault.unverifiableProvider(provider.name());
        }
        IdentityProviderModel model = identityProviders
                .find(provider)
                .orElseThrow(() -> CognitoFault.unsupportedProvider()
                        .because("the realm has no enabled identity provider for " + provider.name()));
        if (provider instanceof OpenIdProvider openIdProvider) {
            return openId.verify(openIdProvider, model, token);
        }
        if (provider instanceof SamlProvider samlProvider) {
            return saml.verify(samlProvider, model, token, use);
        }
        if (provider instanceof PublicProvider publicProvider) {
            return publicProviders.verify(publicProvider, model, token);
        }
        throw CognitoFault.unsupportedProvider().because("logins of " + provider.name() + " cannot be verified");
    }

    @Override
    public Optional<String> key(LoginProvider provider) {
        if (provider instanceof RealmUsers) {
            return Optional.of(Subject.REALM_USERS);
        }
        if (provider instanceof SamlProvider) {
            return identityProviders.find(provider).flatMap(ProviderKey::of);
        }
        return Optional.of(provider.name());
    }
}
