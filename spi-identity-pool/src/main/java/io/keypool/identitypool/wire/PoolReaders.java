package io.keypool.identitypool.wire;

import io.keypool.aws.Constraints;
import io.keypool.identitypool.PoolId;

/** Reads the members of the operations on pools by the constraints of the service model. */
final class PoolReaders {

    private PoolReaders() {}

    static PoolId describe(JsonRequest request) {
        String pool = request.string("IdentityPoolId");
        Constraints constraints = new Constraints();
        Readers.id(constraints, "identityPoolId", pool);
        Readers.enforce(constraints);
        return new PoolId(Readers.present(pool));
    }
}
