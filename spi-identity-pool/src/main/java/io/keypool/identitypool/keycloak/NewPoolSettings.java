package io.keypool.identitypool.keycloak;

import io.keypool.aws.AccountId;
import io.keypool.aws.Tags;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.settings.PoolSettings;
import io.keypool.identitypool.settings.PoolSettings.RealmClient;
import io.keypool.sts.keycloak.ProviderKey;
import io.keypool.sts.keycloak.RealmAccount;
import io.keypool.sts.keycloak.RealmIssuer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds what a new pool names among the clients and identity providers of the realm. */
final class NewPoolSettings {

    private final KeycloakSession session;
    private final RealmModel realm;

    NewPoolSettings(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * @throws io.keypool.aws.AwsFault InvalidParameterException for what the realm does not have, or no pool can list
     */
    PoolSettings of(NewPool pool) {
        String realmUsers = ProviderKey.withoutScheme(RealmIssuer.url(session, realm));
        List<ListableProvider> providers =
                pool.identityProviders().stream().map(this::provider).toList();
        return new PoolSettings(
                pool.name(),
                pool.guests(),
                Optional.of(false),
                publicProviders(providers),
                Optional.empty(),
                listed(providers, ProviderKind.OPENID),
                pool.clients().stream()
                        .map(client -> realmClient(realmUsers, client))
                        .toList(),
                listed(providers, ProviderKind.SAML),
                Tags.NONE);
    }

    private RealmClient realmClient(String realmUsers, String client) {
        if (realm.getClientByClientId(client) == null) {
            throw CognitoFault.invalidPool("The realm has no client " + client + ".");
        }
        return new RealmClient(Optional.of(realmUsers), Optional.of(client), Optional.empty());
    }

    private ListableProvider provider(String alias) {
        AccountId account = RealmAccount.of(realm);
        IdentityProviderModel model = session.identityProviders().getByAlias(alias);
        if (model == null) {
            throw CognitoFault.invalidPool("The realm has no identity provider " + alias + ".");
        }
        return ListableProvider.of(account, model)
                .orElseThrow(() -> CognitoFault.invalidPool("Logins of the identity provider " + alias
                        + " cannot be verified: it has no issuer, or its tokens prove nothing."));
    }

    /** Several identity providers may be several apps at one provider. */
    private static Map<String, String> publicProviders(List<ListableProvider> providers) {
        return providers.stream()
                .filter(provider -> provider.kind() == ProviderKind.PUBLIC)
                .collect(Collectors.groupingBy(
                        ListableProvider::provider,
                        LinkedHashMap::new,
                        Collectors.mapping(ListableProvider::appId, Collectors.joining(";"))));
    }

    private static List<String> listed(List<ListableProvider> providers, ProviderKind kind) {
        return providers.stream()
                .filter(provider -> provider.kind() == kind)
                .map(ListableProvider::provider)
                .distinct()
                .toList();
    }
}
