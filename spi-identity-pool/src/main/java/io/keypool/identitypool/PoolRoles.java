package io.keypool.identitypool;

import io.keypool.aws.Arn;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The roles of a pool's identities in the enhanced flow.
 *
 * @param unauthenticated of guests
 * @param authenticated of those who prove who they are, where no mapping says otherwise
 * @param mappings at most 10, by the provider's name among a pool's settings
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html">AWS</a>
 */
public record PoolRoles(Optional<Arn> unauthenticated, Optional<Arn> authenticated, Map<String, RoleMapping> mappings) {

    /** Cognito API, RoleMappingMap. */
    public static final int MAX_MAPPINGS = 10;

    /** The role that the text is the ARN of, or nothing when it is none. */
    public static Optional<Arn> role(String arn) {
        return Arn.parse(arn)
                .filter(role -> role.service().equals("iam") && role.resource().startsWith("role/"));
    }

    /** @throws IllegalArgumentException for too many mappings */
    public PoolRoles {
        if (mappings.size() > MAX_MAPPINGS) {
            throw new IllegalArgumentException("a pool has at most " + MAX_MAPPINGS + " role mappings");
        }
        mappings = Collections.unmodifiableMap(new LinkedHashMap<>(mappings));
    }
}
