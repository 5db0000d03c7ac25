package io.keypool.policy;

/**
 * What a policy is for.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html">IAM User Guide, Policies and
 *     permissions in IAM</a>
 */
public enum PolicyKind {
    /** What a user or role may do, inline or managed. */
    IDENTITY(false, true),
    /** The most that identity policies may give. */
    BOUNDARY(false, true),
    /** The most that one session may do. */
    SESSION(false, true),
    /** Who may do what with the resource that has it. */
    RESOURCE(true, true),
    /** Who may assume the role that has it. */
    TRUST(true, false);

    private final boolean namesPrincipals;
    private final boolean namesResources;

    PolicyKind(boolean namesPrincipals, boolean namesResources) {
        this.namesPrincipals = namesPrincipals;
        this.namesResources = namesResources;
    }

    boolean namesPrincipals() {
        return namesPrincipals;
    }

    boolean namesResources() {
        return namesResources;
    }

    /** A document serves as an identity's policy, its boundary and its session's policy; all are written alike. */
    boolean servesAs(PolicyKind other) {
        return namesPrincipals == other.namesPrincipals;
    }
}
