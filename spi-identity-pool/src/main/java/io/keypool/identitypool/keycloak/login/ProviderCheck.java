package io.keypool.identitypool.keycloak.login;

import io.keypool.identitypool.LoginProvider;
import io.keypool.identitypool.LoginProvider.PublicProvider;
import io.keypool.identitypool.LoginProvider.RealmUsers;
import io.keypool.identitypool.LoginProvider.SamlProvider;
import io.keypool.identitypool.keycloak.RealmPoolIssuer;
import io.keypool.sts.keycloak.ProviderKey;
import io.keypool.sts.keycloak.saml.SamlVerifier;
import io.keypool.sts.keycloak.token.FacebookAccessTokens;
import io.keypool.sts.keycloak.token.OpenIdIssuer;
import io.keypool.sts.keycloak.token.RealmUserTokens;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Says why logins of a provider cannot be verified, as the realm is configured. Each verifier is asked what it lacks;
 * nobody else is, so that what a provider would answer is not known.
 */
public final class ProviderCheck {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final InstantSource clock;

    public ProviderCheck(KeycloakSession session, RealmModel realm, InstantSource clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /** The one that stands behind the provider; one that is disabled where no other does. */
    public Optional<IdentityProviderModel> identityProvider(LoginProvider provider) {
        return session.identityProviders()
                .getAllStream(IdentityProviderQuery.any())
                .filter(model -> RealmIdentityProviders.standsBehind(model, provider))
                .min(Comparator.comparing(model -> !model.isEnabled()));
    }

    public Optional<ProviderProblem> problem(LoginProvider provider) {
        if (provider instanceof RealmUsers users) {
            return ofUsers(users);
        }
        if (provider.name().equals(PublicProvider.TWITTER)) {
            return Optional.of(ProviderProblem.UNVERIFIABLE);
        }
        Optional<IdentityProviderModel> model = identityProvider(provider);
        if (model.isEmpty()) {
            return Optional.of(ProviderProblem.MISSING);
        }
        return model.get().isEnabled() ? of(provider, model.get()) : Optional.of(ProviderProblem.DISABLED);
    }

    private Optional<ProviderProblem> ofUsers(RealmUsers users) {
        String issuer = new RealmUserTokens(session, realm).issuer();
        if (!ProviderKey.withoutScheme(issuer).equals(users.name())) {
            return Optional.of(ProviderProblem.OTHER_REALM);
        }
        boolean complete = users.clients().keySet().stream().allMatch(id -> realm.getClientByClientId(id) != null);
        return unless(complete, ProviderProblem.NO_CLIENT);
    }

    private Optional<ProviderProblem> of(LoginProvider provider, IdentityProviderModel model) {
        if (provider instanceof SamlProvider) {
            return ofSaml(model);
        }
        return switch (provider.name()) {
            case PublicProvider.FACEBOOK -> unless(FacebookAccessTokens.canAsk(model), ProviderProblem.NO_SECRET);
            case PublicProvider.AMAZON -> Optional.empty();
            default -> ofOpenId(model);
        };
    }

    private Optional<ProviderProblem> ofSaml(IdentityProviderModel model) {
        if (ProviderKey.of(model).isEmpty()) {
            return Optional.of(ProviderProblem.NO_ISSUER);
        }
        SamlVerifier verifier = new SamlVerifier(
                session, realm, clock, RealmPoolIssuer.of(session, realm).url());
        return unless(verifier.hasKeys(new SAMLIdentityProviderConfig(model)), ProviderProblem.NO_CERTIFICATE);
    }

    private Optional<ProviderProblem> ofOpenId(IdentityProviderModel model) {
        return OpenIdIssuer.of(session, realm, model)
                .map(issuer -> unless(issuer.hasKeys(), ProviderProblem.NO_KEY))
                .orElse(Optional.of(ProviderProblem.NOT_OPENID));
    }

    private static Optional<ProviderProblem> unless(boolean good, ProviderProblem problem) {
        return good ? Optional.empty() : Optional.of(problem);
    }
}
