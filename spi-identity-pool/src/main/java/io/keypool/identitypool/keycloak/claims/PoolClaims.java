package io.keypool.identitypool.keycloak.claims;

import io.keypool.identitypool.PoolId;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;

/**
 * How the protocol mapper is set that tells clients who their users are in a pool.
 *
 * @param guests whether guests may log in to clients that have the mapper
 */
public record PoolClaims(Optional<PoolId> pool, boolean guests) {

    /** The mapper's id. */
    public static final String MAPPER = "oidc-identity-pool-mapper";

    public static final String POOL = "identity-pool";
    public static final String GUESTS = "guests";

    public static PoolClaims of(ProtocolMapperModel mapper) {
        return new PoolClaims(
                Optional.ofNullable(mapper.getConfig().get(POOL)).flatMap(PoolId::parse),
                Boolean.parseBoolean(mapper.getConfig().get(GUESTS)));
    }

    /** As they are where nothing else is set. */
    public static final String DEFAULT_CLAIM = "identity_id";

    /**
     * The pool in which the client's guests are. Nothing for a client that takes none: its tokens would not say that
     * whom they name proved nothing.
     */
    public static Optional<PoolId> poolOfGuests(ClientModel client) {
        return Stream.concat(
                        Stream.<ProtocolMapperContainerModel>of(client), client.getClientScopes(true).values().stream())
                .flatMap(ProtocolMapperContainerModel::getProtocolMappersStream)
                .filter(mapper -> mapper.getProtocolMapper().equals(MAPPER))
                .map(PoolClaims::of)
                .filter(PoolClaims::guests)
                .flatMap(claims -> claims.pool().stream())
                .findFirst();
    }
}
