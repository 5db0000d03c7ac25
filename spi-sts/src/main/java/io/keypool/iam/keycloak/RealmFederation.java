package io.keypool.iam.keycloak;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.iam.Federation;
import io.keypool.iam.OpenIdProvider;
import io.keypool.iam.SamlProvider;
import io.keypool.sts.keycloak.ProviderKey;
import io.keypool.sts.keycloak.RealmAccount;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The realm's enabled identity providers, as far as AWS has names for them. */
final class RealmFederation implements Federation {

    /** They sign no ID tokens that an OpenID provider of AWS would take. */
    private static final Set<String> OTHER_PROTOCOLS =
            Set.of(ProviderKey.FACEBOOK, ProviderKey.AMAZON, ProviderKey.TWITTER);

    private final KeycloakSession session;
    private final AccountId account;

    RealmFederation(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.account = RealmAccount.of(realm);
    }

    /** Several identity providers with one issuer are one provider with several clients. */
    @Override
    public List<OpenIdProvider> openIdProviders() {
        Map<String, Set<String>> clientsByIssuer = new TreeMap<>();
        enabled()
                .filter(model -> !ProviderKey.isSaml(model))
                .forEach(model -> ProviderKey.of(model)
                        .filter(name -> !OTHER_PROTOCOLS.contains(name))
                        .ifPresent(name -> clientsByIssuer
                                .computeIfAbsent(name, any -> new LinkedHashSet<>())
                                .addAll(values(model, "clientId"))));
        return clientsByIssuer.entrySet().stream()
                .map(entry -> new OpenIdProvider(
                        Arn.oidcProvider(account, entry.getKey()), entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    @Override
    public List<SamlProvider> samlProviders() {
        return enabled()
                .filter(ProviderKey::isSaml)
                .map(model -> new SamlProvider(
                        Arn.samlProvider(account, model.getAlias()),
                        text(model, "idpEntityId"),
                        values(model, "signingCertificate"),
                        text(model, "singleSignOnServiceUrl")))
                .toList();
    }

    private Stream<IdentityProviderModel> enabled() {
        return session.identityProviders()
                .getAllStream(IdentityProviderQuery.any())
                .filter(IdentityProviderModel::isEnabled);
    }

    private static String text(IdentityProviderModel model, String key) {
        return Optional.ofNullable(model.getConfig().get(key)).orElse("").strip();
    }

    private static List<String> values(IdentityProviderModel model, String key) {
        return Stream.of(text(model, key).split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
