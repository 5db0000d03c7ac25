package io.keypool.identitypool;

import java.util.List;
import java.util.Optional;

/** Who a user of the realm is in a pool, for the tokens that the realm itself issues. */
final class IdentifyUser {

    static final String NAME = "IdentifyUser";

    private final Ports ports;

    IdentifyUser(Ports ports) {
        this.ports = ports;
    }

    /** Reads once where the user is known; otherwise the user is given an identity, as by GetId. */
    IdentityId execute(PoolId poolId, Subject user, List<Subject> brokers) {
        IdentityPool pool = ports.pools().find(poolId).orElseThrow(() -> CognitoFault.poolNotFound(poolId));
        Proof proof = Proof.ofUser(poolId, user, brokers, ports.subjects());
        return Callers.unseen(ports, NAME).settle(pool, Optional.empty(), proof, identity -> identity);
    }
}
