package io.keypool.sts.keycloak;

import io.keypool.aws.Secret;
import io.keypool.sts.ProviderId;
import io.keypool.sts.StsFault;
import io.keypool.sts.WebIdentity;
import io.keypool.sts.keycloak.token.AmazonAccessTokens;
import io.keypool.sts.keycloak.token.FacebookAccessTokens;
import io.keypool.sts.keycloak.token.PresentedToken;
import io.keypool.sts.keycloak.token.ProviderApi;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Proves the access tokens of Facebook and Amazon, for the app that the realm is there. */
final class AccessTokenIdentities {

    private final KeycloakSession session;
    private final InstantSource clock;
    private final Map<String, String> hints;

    /** @param hints a map that lives as long as the server, to remember identity providers in */
    AccessTokenIdentities(KeycloakSession session, InstantSource clock, Map<String, String> hints) {
        this.session = session;
        this.clock = clock;
        this.hints = hints;
    }

    /** @throws io.keypool.sts.keycloak.token.Unproven when the provider does not vouch for it */
    WebIdentity verify(ProviderId provider, Secret token) {
        if (PresentedToken.isJws(token)) {
            // It is another issuer's, and none of this provider's business.
            throw StsFault.tokenNotValidated().because("an ID token where ProviderId asks for an access token");
        }
        RealmModel realm = session.getContext().getRealm();
        IdentityProviderModel model = new IdentityProviders(session, realm, hints)
                .find(provider.providerName())
                .orElseThrow(() -> StsFault.unknownIssuer(provider.providerName()));
        String app = model.getConfig().getOrDefault("clientId", "");
        return new WebIdentity(
                provider.providerName(),
                Set.of(provider.providerName()),
                Set.of(provider.providerName()),
                userId(provider, app, model, token),
                app,
                List.of(),
                WebIdentity.SessionClaims.NONE);
    }

    private String userId(ProviderId provider, String app, IdentityProviderModel model, Secret token) {
        // An answer that names no app is read as one for the app without a name.
        Set<String> apps = app.isEmpty() ? Set.of() : Set.of(app);
        ProviderApi api = new ProviderApi(session);
        return switch (provider) {
            case AMAZON -> new AmazonAccessTokens(api, clock).userId(apps, model, token);
            case FACEBOOK -> new FacebookAccessTokens(api, session.vault(), clock).userId(apps, model, token);
        };
    }
}
