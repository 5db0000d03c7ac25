package io.keypool.identitypool;

import java.util.List;

/** Tells which role somebody would get in the enhanced flow. Nothing is written, and no token is used up. */
final class ExplainRole {

    private final Ports ports;

    ExplainRole(Ports ports) {
        this.ports = ports;
    }

    RoleExplanation execute(PoolId id, Logins logins) {
        IdentityPool pool = pool(id);
        Proof proof = new Callers(ports, "explainRole", TokenUse.LOOKED_AT).prove(pool, logins);
        return RoleExplanation.of(pool, proof.claims());
    }

    RoleExplanation execute(PoolId id, LoginClaims claimed) {
        return RoleExplanation.of(pool(id), List.of(claimed));
    }

    private IdentityPool pool(PoolId id) {
        return ports.pools().find(id).orElseThrow(() -> CognitoFault.poolNotFound(id));
    }
}
