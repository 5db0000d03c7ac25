package io.keypool.identitypool.keycloak.claims;

import io.keypool.identitypool.TokenRoles;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Tells in ID tokens which groups a user is in and which IAM roles come with them, as Cognito's user pools do. A role
 * mapping of type Token reads it.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html">Adding
 *     groups to a user pool</a>
 */
public final class IdentityPoolRolesMapper extends AbstractOIDCProtocolMapper implements OIDCIDTokenMapper {

    static final String ID = "oidc-identity-pool-roles-mapper";

    private static final String GROUPS = "cognito:groups";

    /** Always: who adds the mapper wants the claims, and no other token is a login. */
    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSession) {
        List<GroupModel> groups = groups(userSession.getUser());
        put(
                token,
                GROUPS,
                groups.stream().map(IdentityPoolRolesMapper::name).sorted().toList());
        RoleClaims roles = RoleClaims.of(Stream.concat(
                groups.stream().flatMap(IdentityPoolRolesMapper::held),
                clientSession.getRolesStream().flatMap(IdentityPoolRolesMapper::held)));
        put(token, TokenRoles.ROLES, roles.all());
        roles.preferred().ifPresent(role -> token.setOtherClaims(TokenRoles.PREFERRED_ROLE, role));
        return token;
    }

    /** Who is in a group is in those above it, too, and has what comes with them. */
    private static List<GroupModel> groups(UserModel user) {
        return user.getGroupsStream()
                .flatMap(group -> Stream.iterate(group, Objects::nonNull, GroupModel::getParent))
                .distinct()
                .toList();
    }

    /** With the names of those above it: a group below one has a name that others may have. */
    private static String name(GroupModel group) {
        return KeycloakModelUtils.buildGroupPath(group).substring(1);
    }

    private static Stream<HeldRole> held(GroupModel group) {
        return HeldRole.of(
                group.getFirstAttribute(HeldRole.ARN_ATTRIBUTE), group.getFirstAttribute(HeldRole.PRECEDENCE_ATTRIBUTE))
                .stream();
    }

    private static Stream<HeldRole> held(RoleModel role) {
        return HeldRole.of(
                role.getFirstAttribute(HeldRole.ARN_ATTRIBUTE), role.getFirstAttribute(HeldRole.PRECEDENCE_ATTRIBUTE))
                .stream();
    }

    private static void put(IDToken token, String claim, List<String> values) {
        if (!values.isEmpty()) {
            token.setOtherClaims(claim, values);
        }
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Identity pool roles";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Adds cognito:groups, cognito:roles and cognito:preferred_role to ID tokens: the user's groups, and the IAM"
                + " roles that groups and roles name in their attribute " + HeldRole.ARN_ATTRIBUTE
                + "; the lowest " + HeldRole.PRECEDENCE_ATTRIBUTE + " is preferred";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
