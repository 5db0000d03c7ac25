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
import io.keypool.sts.keycloak.IdentityProviders;
import io.keypool.sts.keycloak.ProviderKey;
import io.keypool.sts.keycloak.token.IdTokenVerifier;
import io.keypool.sts.keycloak.token.RealmUserTokens;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Verifies logins with the identity providers and users of a realm; guests, who have none, cost nothing here. */
public final class RealmLogins implements LoginVerifier {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final InstantSource clock;
    private final Map<String, String> hints;

    /** @param hints a map that lives as long as the server, to remember identity providers in */
    public RealmLogins(KeycloakSession session, RealmModel realm, InstantSource clock, Map<String, String> hints) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
        this.hints = hints;
    }

    @Override
    public ProvenLogin verify(IdentityPool pool, LoginProvider provider, Secret token) {
        return refusals().translated(() -> verified(pool, provider, token));
    }

    private ProvenLogin verified(IdentityPool pool, LoginProvider provider, Secret token) {
        if (provider instanceof RealmUsers realmUsers) {
            return new RealmUserLogins(new RealmUserTokens(session, realm), idTokens(), new BrokerLinks(session, realm))
                    .verify(pool, realmUsers, token);
        }
        if (provider.name().equals(PublicProvider.TWITTER)) {
            // Said before anything else: an administrator who adds the identity provider would not help.
            throw CognitoFault.unverifiableProvider(provider.name());
        }
        IdentityProviderModel model = identityProvider(provider)
                .orElseThrow(() -> CognitoFault.unsupportedProvider()
                        .because("the realm has no enabled identity provider for " + provider.name()));
        if (provider instanceof OpenIdProvider openIdProvider) {
            return new OpenIdLogins(session, realm, idTokens()).verify(pool, openIdProvider, model, token);
        }
        if (provider instanceof SamlProvider samlProvider) {
            return new SamlLogins(session, realm, clock, refusals()).verify(pool, samlProvider, model, token);
        }
        if (provider instanceof PublicProvider publicProvider) {
            return new PublicLogins(session, realm, idTokens(), clock).verify(pool, publicProvider, model, token);
        }
        throw CognitoFault.unsupportedProvider().because("logins of " + provider.name() + " cannot be verified");
    }

    @Override
    public Optional<String> key(LoginProvider provider) {
        if (provider instanceof RealmUsers) {
            return Optional.of(Subject.REALM_USERS);
        }
        if (provider instanceof SamlProvider) {
            return identityProvider(provider).flatMap(ProviderKey::of);
        }
        return Optional.of(provider.name()).filter(name -> !ProviderKey.isReserved(name));
    }

    private Optional<IdentityProviderModel> identityProvider(LoginProvider provider) {
        return new RealmIdentityProviders(new IdentityProviders(session, realm, hints)).find(provider);
    }

    private LoginRefusals refusals() {
        return new LoginRefusals(session, realm);
    }

    private IdTokenVerifier idTokens() {
        return new IdTokenVerifier(session, clock, IdTokenVerifier.GRACE);
    }
}
