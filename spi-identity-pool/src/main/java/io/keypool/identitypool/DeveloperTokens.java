package io.keypool.identitypool;

import io.keypool.aws.Secret;
import java.util.Set;

/**
 * Finds out who a caller is with a token that a backend was given for its user. No other token of a pool is a login: a
 * guest's proves nobody, and whoever was given one for public logins has those.
 */
final class DeveloperTokens {

    private static final Proof NOTHING = Proof.of(Set.of(), Set.of());

    private final Ports ports;
    private final Callers callers;

    DeveloperTokens(Ports ports, Callers callers) {
        this.ports = ports;
        this.callers = callers;
    }

    /**
     * The identity that the token was issued for, if the caller names it, or one that went into it; and if the user is
     * still linked to it.
     *
     * @throws io.keypool.aws.AwsFault NotAuthorizedException
     */
    Resolved resolve(KnownIdentity known, Secret token) {
        PoolId pool = known.pool().id();
        PoolToken proven = ports.poolTokens().verify(pool, token);
        DeveloperUser user = known.pool()
                .developerProvider()
                .flatMap(provider -> DeveloperUser.in(proven.amr(), provider, pool))
                .orElseThrow(() -> CognitoFault.loginsDoNotMatch().because("no backend was given the token"));
        Proof proof = NOTHING.vouchedFor(pool, user, ports.subjects());
        Identity living = callers.living(known.identity(), proof);
        if (!living.id().equals(proven.subject()) || living.logins().stream().noneMatch(proof::proves)) {
            throw CognitoFault.loginsDoNotMatch().because("the token is for another identity");
        }
        return new Resolved(living.id(), proven.amr(), proven.tags());
    }
}
