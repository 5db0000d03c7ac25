package io.keypool.sts;

/** @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">AWS</a> */
final class GetCallerIdentity {

    private GetCallerIdentity() {}

    /** Needs no permission, and no policy can forbid it. */
    static CallerIdentity execute(Caller caller) {
        return caller.identity();
    }
}
