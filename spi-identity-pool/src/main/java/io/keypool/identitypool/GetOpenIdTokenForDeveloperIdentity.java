package io.keypool.identitypool;

import java.util.Optional;

/**
 * @see <a
 *     href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdTokenForDeveloperIdentity.html">AWS</a>
 */
final class GetOpenIdTokenForDeveloperIdentity {

    static final String NAME = "GetOpenIdTokenForDeveloperIdentity";

    private final Ports ports;
    private final DeveloperPools pools;
    private final Callers callers;

    GetOpenIdTokenForDeveloperIdentity(Ports ports, Access access) {
        this.ports = ports;
        this.pools = new DeveloperPools(ports.pools(), access);
        this.callers = new Callers(ports, NAME, TokenUse.USED_UP);
    }

    IssuedToken execute(GetOpenIdTokenForDeveloperIdentityRequest request) {
        IdentityPool pool = pools.find(NAME, request.pool());
        DeveloperUser user = user(pool, request.logins());
        Optional<Identity> given = request.identity().map(id -> KnownIdentity.find(ports, id, pool));
        Proof proof = callers.prove(pool, request.logins().without(user.provider()))
                .vouchedFor(pool.id(), user, ports.subjects());
        TokenIssue tokens = new TokenIssue(ports, pool);
        IssuedToken issued = callers.settle(
                pool,
                given,
                proof,
                identity -> tokens.issue(new Resolved(identity, proof.amr(), request.tags()), request.lifetime()));
        ports.events()
                .emit(IdentityEvent.of(
                        IdentityEvent.Kind.IDENTIFIED,
                        NAME,
                        pool.id(),
                        issued.identity(),
                        request.logins().byProvider().keySet()));
        return issued;
    }

    private static DeveloperUser user(IdentityPool pool, Logins logins) {
        return pool.developerProvider()
                .flatMap(provider -> logins.of(provider).map(user -> new DeveloperUser(provider, user)))
                .orElseThrow(CognitoFault::noDeveloperProvider);
    }
}
