package io.keypool.iam.keycloak;

import io.keypool.aws.Arn;
import io.keypool.iam.NamedPolicy;
import io.keypool.iam.Users;
import io.keypool.sts.keycloak.RealmAccount;
import io.keypool.sts.keycloak.UserPermissions;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The policies of users: what their clients' service accounts may do, and what is attached to the clients. */
final class ClientPolicies implements Users {

    private static final String RESOURCE = "user/";

    private final KeycloakSession session;
    private final RealmModel realm;

    ClientPolicies(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public Optional<List<NamedPolicy>> policies(Arn user) {
        return client(user)
                .map(client -> new UserPermissions(session, realm)
                        .documents(client).stream()
                                .map(policy -> new NamedPolicy(
                                        policy.name(),
                                        Arn.parse(policy.name()).isPresent() ? "user-managed" : "user",
                                        policy.document()))
                                .toList());
    }

    private Optional<ClientModel> client(Arn user) {
        String clientId = user.resource().substring(RESOURCE.length());
        return Optional.ofNullable(realm.getClientByClientId(clientId))
                .filter(client -> Arn.user(RealmAccount.of(realm), clientId).equals(user))
                .filter(client -> client.isServiceAccountsEnabled() && !client.isPublicClient());
    }
}
