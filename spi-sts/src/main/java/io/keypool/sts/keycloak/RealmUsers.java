package io.keypool.sts.keycloak;

import io.keypool.aws.Secret;
import io.keypool.sts.User;
import io.keypool.sts.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCClientSecretConfigWrapper;
import org.keycloak.vault.VaultStringSecret;

/** The confidential clients of a realm as users: client id and client secret are the long-lived access key. */
final class RealmUsers implements Users {

    private final KeycloakSession session;
    private final RealmModel realm;

    RealmUsers(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public Optional<LongLivedKey> findByAccessKey(String accessKeyId) {
        return Optional.ofNullable(realm.getClientByClientId(accessKeyId))
                .filter(RealmUsers::maySign)
                .map(client -> new LongLivedKey(user(client), secrets(client)));
    }

    @Override
    public Optional<User> byId(String id) {
        return Optional.ofNullable(realm.getClientById(id))
                .filter(RealmUsers::maySign)
                .map(this::user);
    }

    private static boolean maySign(ClientModel client) {
        return client.isEnabled()
                && !client.isPublicClient()
                && !client.isBearerOnly()
                && client.isServiceAccountsEnabled()
                && ClientIdAndSecretAuthenticator.PROVIDER_ID.equals(client.getClientAuthenticatorType());
    }

    private User user(ClientModel client) {
        return new User(
                client.getId(),
                UniqueIds.ofUser(client.getId()),
                RealmAccount.of(realm),
                client.getClientId(),
                new UserPermissions(session, realm).of(client));
    }

    /** The current secret, and in a rotation the one before; neither once it has expired. */
    private List<Secret> secrets(ClientModel client) {
        OIDCClientSecretConfigWrapper config = OIDCClientSecretConfigWrapper.fromClientModel(client);
        List<Secret> secrets = new ArrayList<>();
        if (!config.isClientSecretExpired()) {
            secret(client.getSecret()).ifPresent(secrets::add);
        }
        if (config.hasRotatedSecret() && !config.isClientRotatedSecretExpired()) {
            secret(config.getClientRotatedSecret(null)).ifPresent(secrets::add);
        }
        return secrets;
    }

    /** The secret itself, where the client only names an entry of the vault. */
    private Optional<Secret> secret(@Nullable String configured) {
        if (configured == null || configured.isEmpty()) {
            return Optional.empty();
        }
        try (VaultStringSecret stored = session.vault().getStringSecret(configured)) {
            return Optional.of(new Secret(stored.get().orElse(configured)));
        }
    }
}
