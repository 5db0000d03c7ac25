package io.keypool.identitypool.wire;

import io.keypool.aws.Shape;
import io.keypool.identitypool.PoolId;

/**
 * Texts that several operations share, as the service model has them.
 *
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_Operations.html">Cognito API</a>
 */
final class Shapes {

    /** The model's IdentityPoolId and IdentityId. */
    static final Shape ID = new Shape(1, PoolId.MAX_LENGTH, PoolId.PATTERN, false);

    static final Shape PROVIDER_NAME = Shape.of(1, 128);
    static final Shape TOKEN = Shape.secret(1, 50_000);

    /** The model's limit of a map of logins. */
    static final int MAX_LOGINS = 10;

    private Shapes() {}
}
