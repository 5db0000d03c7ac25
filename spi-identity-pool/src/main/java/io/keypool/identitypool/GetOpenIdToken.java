package io.keypool.identitypool;

import java.time.Duration;

/** @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdToken.html">AWS</a> */
final class GetOpenIdToken {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    static final String NAME = "GetOpenIdToken";

    private final Ports ports;
    private final Callers callers;

    GetOpenIdToken(Ports ports) {
        this.ports = ports;
        this.callers = new Callers(ports, NAME, TokenUse.USED_UP);
    }

    IssuedToken execute(GetOpenIdTokenRequest request) {
        KnownIdentity known = KnownIdentity.find(ports, request.identity());
        IdentityPool pool = known.pool();
        if (!pool.classicFlow()) {
            throw CognitoFault.classicFlowNotEnabled();
        }
        if (!pool.roles().mappings().isEmpty()) {
            throw CognitoFault.classicFlowWithMappings();
        }
        TokenIssue tokens = new TokenIssue(ports, pool);
        return known.answer(ports, callers, request.logins(), caller -> tokens.issue(caller, LIFETIME));
    }
}
