package io.keypool.identitypool.keycloak.claims;

import io.keypool.identitypool.PoolId;
import java.util.Map;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;

/** The client scope that a realm with a pool is offered; no client has it before an administrator gives it. */
public final class PoolClientScope {

    private static final String NAME = "identity-pool";

    private PoolClientScope() {}

    /** Makes the scope for that pool, unless the realm has one of the name. */
    public static void offer(RealmModel realm, PoolId pool) {
        if (KeycloakModelUtils.getClientScopeByName(realm, NAME) != null) {
            return;
        }
        ClientScopeModel scope = realm.addClientScope(NAME);
        scope.setDescription("Who the user is in an identity pool");
        scope.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        scope.setDisplayOnConsentScreen(false);
        scope.setIncludeInTokenScope(false);
        scope.addProtocolMapper(mapper(pool));
    }

    private static ProtocolMapperModel mapper(PoolId pool) {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setName(NAME);
        mapper.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        mapper.setProtocolMapper(PoolClaims.MAPPER);
        mapper.setConfig(Map.of(
                PoolClaims.POOL, pool.value(),
                PoolClaims.GUESTS, "false",
                OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, PoolClaims.DEFAULT_CLAIM,
                OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN, "true",
                OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN, "true",
                OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO, "true",
                OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION, "true",
                OIDCAttributeMapperHelper.INCLUDE_IN_LIGHTWEIGHT_ACCESS_TOKEN, "true"));
        return mapper;
    }
}
