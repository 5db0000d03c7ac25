package io.keypool.policy;

/**
 * Why policies refused, in the words that callers are told.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">IAM User Guide,
 *     Troubleshoot access denied error messages</a>
 */
public final class DenialReason {

    private DenialReason() {}

    /** What follows {@code User: … is not authorized to perform: … on resource: …}. */
    public static String of(Decision decision, String action) {
        if (decision instanceof Decision.ExplicitDeny deny) {
            PolicyKind kind = deny.statement().kind();
            return "with an explicit deny in " + (kind == PolicyKind.IDENTITY ? "an " : "a ") + name(kind);
        }
        PolicyKind missing = decision instanceof Decision.ImplicitDeny deny ? deny.missing() : PolicyKind.IDENTITY;
        return "because no " + name(missing) + " allows the " + action + " action";
    }

    private static String name(PolicyKind kind) {
        return switch (kind) {
            case IDENTITY -> "identity-based policy";
            case BOUNDARY -> "permissions boundary";
            case SESSION -> "session policy";
            case RESOURCE, TRUST -> "resource-based policy";
        };
    }
}
