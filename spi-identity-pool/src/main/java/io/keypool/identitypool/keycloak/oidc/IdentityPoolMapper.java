package io.keypool.identitypool.keycloak.oidc;

import io.keypool.aws.AwsFault;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.keycloak.IdentityPoolsProvider;
import io.keypool.identitypool.keycloak.RealmLogin;
import io.keypool.identitypool.keycloak.claims.PoolClaims;
import io.keypool.identitypool.keycloak.guests.Guest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.representations.IDToken;

/**
 * Tells in the realm's own tokens who the user is in a pool, and whether that was proven: {@code amr} as in the pool's
 * own tokens, added to what other mappers put there.
 */
public final class IdentityPoolMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    static final String ID = PoolClaims.MAPPER;

    private static final Logger LOG = Logger.getLogger(IdentityPoolMapper.class);
    private static final String AMR = "amr";

    /** Behind Keycloak's own mapper of {@code amr}, which overwrites what it finds. */
    private static final int PRIORITY = 1000;

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSession) {
        UserModel user = userSession.getUser();
        RealmModel realm = userSession.getRealm();
        Optional<Guest> guest = Guest.of(user);
        if (guest.isEmpty() && user.getServiceAccountClientLink() != null) {
            return;
        }
        RealmLogin login = IdentityPoolsProvider.of(session).realmLogin(realm);
        Optional<PoolId> pool = PoolClaims.of(mapper).pool();
        addAmr(token, guest.isPresent() ? List.of("unauthenticated") : authenticated(login, pool, userSession));
        pool.flatMap(it -> guest.isPresent() ? guest(login, it, guest.get()) : known(session, login, it, user))
                .ifPresent(identity -> OIDCAttributeMapperHelper.mapClaim(token, mapper, identity.value()));
    }

    private static List<String> authenticated(RealmLogin login, Optional<PoolId> pool, UserSessionModel userSession) {
        Optional<String> broker = Optional.ofNullable(userSession.getNote(Details.IDENTITY_PROVIDER));
        return pool.map(it -> List.of("authenticated", login.provider(it, broker)))
                .orElse(List.of("authenticated"));
    }

    private static void addAmr(IDToken token, List<String> methods) {
        Set<Object> amr = new LinkedHashSet<>();
        Object present = token.getOtherClaims().get(AMR);
        if (present instanceof Collection<?> several) {
            amr.addAll(several);
        } else if (present != null) {
            amr.add(present);
        }
        amr.addAll(methods);
        token.setOtherClaims(AMR, List.copyOf(amr));
    }

    /** Nothing in another pool than the guest's, or when the identity is a guest's no more. */
    private static Optional<IdentityId> guest(RealmLogin login, PoolId pool, Guest guest) {
        return Optional.of(guest.identity()).filter(identity -> guest.pool().equals(pool) && login.isGuest(identity));
    }

    /** One read for all tokens of a request. */
    private static Optional<IdentityId> known(KeycloakSession session, RealmLogin login, PoolId pool, UserModel user) {
        String key = ID + "." + pool + "." + user.getId();
        IdentityId known = session.getAttribute(key, IdentityId.class);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<IdentityId> identity = identify(login, pool, user);
        identity.ifPresent(found -> session.setAttribute(key, found));
        return identity;
    }

    /** A user who is refused in the pool is a user of the realm all the same. */
    private static Optional<IdentityId> identify(RealmLogin login, PoolId pool, UserModel user) {
        try {
            return Optional.of(login.identify(pool, user));
        } catch (AwsFault refused) {
            LOG.warnf("a token has no identity of pool %s: %s", pool, refused.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }

    /** @throws ProtocolMapperConfigException when the realm has no such pool */
    @Override
    public void validateConfig(
            KeycloakSession session, RealmModel realm, ProtocolMapperContainerModel client, ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        boolean exists = PoolClaims.of(mapper)
                .pool()
                .filter(pool -> IdentityPoolsProvider.of(session).hasPool(realm, pool))
                .isPresent();
        if (!exists) {
            throw new ProtocolMapperConfigException(
                    "The realm has no identity pool of that id", "identityPoolNotFound");
        }
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Identity pool";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Adds the identity id that the user has in an identity pool, and to amr whether the user is a guest"
                + " (unauthenticated) or proved who they are (authenticated, and where)";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = ProviderConfigurationBuilder.create()
                .property()
                .name(PoolClaims.POOL)
                .label("Identity pool")
                .helpText("The id of the pool, region and all")
                .type(ProviderConfigProperty.STRING_TYPE)
                .required(true)
                .add()
                .property()
                .name(PoolClaims.GUESTS)
                .label("Guests may log in")
                .helpText("Whether guests of the pool may log in to clients that have this mapper")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue("false")
                .add()
                .property()
                .name(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME)
                .label("Claim of the identity id")
                .helpText("The name of the claim")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(PoolClaims.DEFAULT_CLAIM)
                .add()
                .build();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, IdentityPoolMapper.class);
        return properties;
    }
}
