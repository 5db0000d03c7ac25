package io.keypool.identitypool.keycloak.admin;

import io.keypool.aws.AccountId;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.LoginProvider;
import io.keypool.identitypool.LoginProvider.OpenIdProvider;
import io.keypool.identitypool.LoginProvider.PublicProvider;
import io.keypool.identitypool.LoginProvider.RealmUsers;
import io.keypool.identitypool.keycloak.ListableProvider;
import io.keypool.identitypool.keycloak.ProviderKind;
import io.keypool.identitypool.keycloak.admin.ProvidersRepresentation.Available;
import io.keypool.identitypool.keycloak.admin.ProvidersRepresentation.Listed;
import io.keypool.identitypool.keycloak.login.ProviderCheck;
import io.keypool.identitypool.keycloak.login.ProviderProblem;
import io.keypool.sts.keycloak.KeycloakClock;
import io.keypool.sts.keycloak.ProviderKey;
import io.keypool.sts.keycloak.RealmAccount;
import io.keypool.sts.keycloak.RealmIssuer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Tells whose logins a pool takes, whether they can be verified, and whose it could take. */
final class ProvidersReader {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ProviderCheck check;

    ProvidersReader(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.check = new ProviderCheck(session, realm, new KeycloakClock());
    }

    ProvidersRepresentation read(IdentityPool pool) {
        Stream<Listed> developer = pool.developerProvider().stream()
                .map(name -> new Listed(name, ProviderKind.DEVELOPER.text(), List.of(), null, null));
        List<Listed> listed = Stream.concat(pool.providers().values().stream().map(this::listed), developer)
                .sorted(Comparator.comparing(Listed::provider))
                .toList();
        return new ProvidersRepresentation(
                listed, available(listed), ProviderKey.withoutScheme(RealmIssuer.url(session, realm)));
    }

    private Listed listed(LoginProvider provider) {
        return new Listed(
                ProviderKind.listedAs(provider),
                ProviderKind.of(provider).text(),
                appIds(provider).stream().sorted().toList(),
                check.identityProvider(provider)
                        .map(IdentityProviderModel::getAlias)
                        .orElse(null),
                check.problem(provider).map(ProviderProblem::code).orElse(null));
    }

    private static Set<String> appIds(LoginProvider provider) {
        if (provider instanceof RealmUsers users) {
            return users.clients().keySet();
        }
        if (provider instanceof PublicProvider known) {
            return known.appIds();
        }
        return provider instanceof OpenIdProvider openId ? openId.appIds() : Set.of();
    }

    private List<Available> available(List<Listed> listed) {
        AccountId account = RealmAccount.of(realm);
        Set<String> taken = listed.stream().map(Listed::provider).collect(Collectors.toSet());
        return session.identityProviders()
                .getAllStream(IdentityProviderQuery.any())
                .filter(IdentityProviderModel::isEnabled)
                .flatMap(model -> ListableProvider.of(account, model).stream()
                        .filter(provider -> !taken.contains(provider.provider()))
                        .map(provider -> available(model, provider)))
                .sorted(Comparator.comparing(Available::alias))
                .toList();
    }

    private static Available available(IdentityProviderModel model, ListableProvider provider) {
        return new Available(
                model.getAlias(),
                Objects.requireNonNullElse(model.getDisplayName(), model.getAlias()),
                provider.kind().text(),
                provider.provider());
    }
}
