package io.keypool.sts;

import io.keypool.aws.sigv4.SignedHttpRequest;

/** @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">AWS</a> */
final class GetCallerIdentity {

    private final Callers callers;

    GetCallerIdentity(Ports ports, SigningRules rules) {
        this.callers = new Callers(ports, rules);
    }

    CallerIdentity execute(SignedHttpRequest request) {
        Caller caller = callers.authenticate(request);
        return new CallerIdentity(caller.userId(), caller.role().account(), caller.arn());
    }
}
