package io.keypool.sts.keycloak;

import io.keypool.aws.Arn;
import io.keypool.policy.Policies;
import io.keypool.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * What a client may do with its own key: what its service account's roles in {@code realm-management} mean, and the
 * managed policies that are attached to it.
 */
public final class UserPermissions {

    /** The client attribute that names attached managed policies, ARNs separated by commas. */
    static final String POLICY_ARNS = "keypool.policyArns";

    private final KeycloakSession session;
    private final RealmModel realm;

    public UserPermissions(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    Policies of(ClientModel client) {
        List<Policy> policies = new ArrayList<>();
        byRoles(client).map(RoleMeaning::policy).forEach(policies::add);
        attached(client)
                .flatMap(arn -> PolicyComponent.find(realm, arn).stream())
                .forEach(policies::add);
        return Policies.ofIdentity(policies);
    }

    /** The same as documents: of the roles by their names, of managed policies by their ARNs. */
    public List<NamedDocument> documents(ClientModel client) {
        Stream<NamedDocument> managed = attached(client)
                .flatMap(arn -> PolicyComponent.component(realm, arn)
                        .map(policy -> new NamedDocument(
                                arn.toString(),
                                Optional.empty(),
                                PolicyComponent.defaultVersion(policy).document()))
                        .stream());
        return Stream.concat(byRoles(client).map(RoleMeaning::document), managed)
                .toList();
    }

    private Stream<RoleMeaning> byRoles(ClientModel client) {
        UserModel account = session.users().getServiceAccount(client);
        return account == null ? Stream.empty() : RoleMeaning.ALL.stream().filter(meant -> has(account, meant.role()));
    }

    private boolean has(UserModel account, String role) {
        ClientModel management = realm.getName().equals(Config.getAdminRealm())
                ? realm.getMasterAdminClient()
                : realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        RoleModel found = management == null ? null : management.getRole(role);
        return account.isEnabled() && found != null && account.hasRole(found);
    }

    private static Stream<Arn> attached(ClientModel client) {
        return Stream.of(Optional.ofNullable(client.getAttribute(POLICY_ARNS))
                        .orElse("")
                        .split(","))
                .map(String::strip)
                .map(Arn::parse)
                .flatMap(Optional::stream);
    }
}
