package io.keypool.policy;

/**
 * How a policy of a resource names who asks, which decides what else must agree; the order is from least to most.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM User
 *     Guide, Determining whether a request is allowed or denied within an account</a>
 */
enum Reach {
    NONE,
    /** By its account, which only lets identity policies decide. */
    ACCOUNT,
    /** By the role or user behind a session: boundary and session policies must agree. */
    BEHIND,
    /** By itself, or as everybody: nothing else is needed. */
    DIRECT
}
