package io.keypool.identitypool;

/** @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html">AWS</a> */
final class GetId {

    private final Ports ports;

    GetId(Ports ports) {
        this.ports = ports;
    }

    IdentityId execute(GetIdRequest request) {
        IdentityPool pool =
                ports.pools().find(request.pool()).orElseThrow(() -> CognitoFault.poolNotFound(request.pool()));
        Guests.admit(pool, request.logins());
        Identity guest = new Identity(
                IdentityId.random(pool.id().region()), pool.id(), ports.clock().instant());
        ports.identities().add(guest);
        return guest.id();
    }
}
