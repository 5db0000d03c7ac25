package io.keypool.identitypool.wire;

import io.keypool.identitypool.PoolId;

/** Reads the members of the operations on pools by the constraints of the service model. */
final class PoolReaders {

    private PoolReaders() {}

    static PoolId describe(JsonMembers members) {
        String pool = members.requiredText("IdentityPoolId", Shapes.ID);
        members.check();
        return new PoolId(pool);
    }
}
