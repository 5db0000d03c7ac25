package io.keypool.identitypool.keycloak.login;

import io.keypool.aws.Secret;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.LoginProvider.PublicProvider;
import io.keypool.identitypool.ProvenLogin;
import io.keypool.identitypool.Subject;
import io.keypool.sts.keycloak.token.AmazonAccessTokens;
import io.keypool.sts.keycloak.token.FacebookAccessTokens;
import io.keypool.sts.keycloak.token.IdTokenClaims;
import io.keypool.sts.keycloak.token.IdTokenVerifier;
import io.keypool.sts.keycloak.token.ProviderApi;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Logins of the public providers that AWS names, each by the token that AWS takes of it. */
final class PublicLogins {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final IdTokenVerifier tokens;
    private final InstantSource clock;

    PublicLogins(KeycloakSession session, RealmModel realm, IdTokenVerifier tokens, InstantSource clock) {
        this.session = session;
        this.realm = realm;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @throws io.keypool.sts.keycloak.token.Unproven when the token proves nothing */
    ProvenLogin verify(IdentityPool pool, PublicProvider provider, IdentityProviderModel model, Secret token) {
        IdTokenClaims claims = claims(provider, model, token);
        Subject subject = new Subject(provider.name(), new Secret(claims.required("sub")));
        return new ProvenLogin(
                subject,
                Amr.of(provider, subject),
                List.of(),
                AskedClaims.of(pool, provider).in(claims.all()));
    }

    private IdTokenClaims claims(PublicProvider provider, IdentityProviderModel model, Secret token) {
        return switch (provider.name()) {
            case PublicProvider.GOOGLE, PublicProvider.APPLE ->
                openId().claims(provider.name(), provider.appIds(), model, token);
            case PublicProvider.FACEBOOK -> user(facebook().userId(apps(provider, model), model, token));
            case PublicProvider.AMAZON ->
                user(new AmazonAccessTokens(new ProviderApi(session), clock)
                        .userId(apps(provider, model), model, token));
            default -> throw CognitoFault.unverifiableProvider(provider.name());
        };
    }

    /** Of an access token nothing is known but whose it is. */
    private static IdTokenClaims user(String id) {
        return new IdTokenClaims(Map.of("sub", id));
    }

    private OpenIdLogins openId() {
        return new OpenIdLogins(session, realm, tokens);
    }

    private FacebookLogins facebook() {
        return new FacebookLogins(
                new FacebookLimitedLogin(session, realm, tokens),
                new FacebookAccessTokens(new ProviderApi(session), session.vault(), clock));
    }

    private static Set<String> apps(PublicProvider provider, IdentityProviderModel model) {
        Set<String> apps = new HashSet<>(provider.appIds());
        apps.add(model.getConfig().getOrDefault("clientId", ""));
        // An answer that names no app is read as one for the app without a name.
        apps.remove("");
        return apps;
    }
}
