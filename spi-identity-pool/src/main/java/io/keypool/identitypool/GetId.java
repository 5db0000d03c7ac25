package io.keypool.identitypool;

import java.util.Optional;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html">AWS</a> */
final class GetId {

    static final String NAME = "GetId";

    private final Ports ports;
    private final Callers callers;

    GetId(Ports ports) {
        this.ports = ports;
        this.callers = new Callers(ports, NAME, TokenUse.LOOKED_AT);
    }

    IdentityId execute(GetIdRequest request) {
        IdentityPool pool =
                ports.pools().find(request.pool()).orElseThrow(() -> CognitoFault.poolNotFound(request.pool()));
        IdentityId identity = request.logins().isEmpty()
                ? Guests.welcome(ports, pool).id()
                : callers.resolve(pool, Optional.empty(), request.logins()).identity();
        Set<String> providers = request.logins().byProvider().keySet();
        ports.events().emit(IdentityEvent.of(IdentityEvent.Kind.IDENTIFIED, NAME, pool.id(), identity, providers));
        return identity;
    }
}
