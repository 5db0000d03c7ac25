package io.keypool.iam;

import io.keypool.aws.Arn;
import io.keypool.aws.AwsFault;

/**
 * What IAM refuses, with the code, status and wording of AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html">IAM API, the errors of each
 *     action</a>
 */
public final class IamFault {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    private IamFault() {}

    static AwsFault accessDenied(Arn caller, String action, String resource, String reason) {
        return new AwsFault(
                "AccessDenied",
                403,
                "User: " + caller + " is not authorized to perform: " + action + " on resource: " + resource + " "
                        + reason);
    }

    static AwsFault noSuchRole(String name) {
        return noSuchEntity("The role with name " + name + " cannot be found.");
    }

    static AwsFault noSuchUser(String name) {
        return noSuchEntity("The user with name " + name + " cannot be found.");
    }

    static AwsFault noSuchRolePolicy(String name) {
        return noSuchEntity("The role policy with name " + name + " cannot be found.");
    }

    static AwsFault noSuchPolicy(Arn arn) {
        return noSuchEntity("Policy " + arn + " was not found.");
    }

    static AwsFault noSuchAttachablePolicy(Arn arn) {
        return noSuchEntity("Policy " + arn + " does not exist or is not attachable.");
    }

    static AwsFault noSuchBoundary(Arn arn) {
        return noSuchEntity("Scope ARN: " + arn + " does not exist or is not attachable.");
    }

    static AwsFault noBoundary(String roleName) {
        return noSuchEntity("The role with name " + roleName + " has no permissions boundary.");
    }

    static AwsFault noSuchVersion(Arn arn, String version) {
        return noSuchEntity("Policy " + arn + " version " + version + " does not exist or is not attachable.");
    }

    static AwsFault noSuchOpenIdProvider(Arn arn) {
        return noSuchEntity("OpenIDConnect Provider not found for arn " + arn);
    }

    static AwsFault noSuchSamlProvider(Arn arn) {
        return noSuchEntity("Manifest not found for arn " + arn);
    }

    private static AwsFault noSuchEntity(String message) {
        return new AwsFault("NoSuchEntity", 404, message);
    }

    /** For a name in any case. */
    public static AwsFault roleExists(String name) {
        return new AwsFault("EntityAlreadyExists", CONFLICT, "Role with name " + name + " already exists.");
    }

    /** For a name in any case. */
    public static AwsFault policyExists(String name) {
        return new AwsFault(
                "EntityAlreadyExists",
                CONFLICT,
                "A policy called " + name + " already exists. Duplicate names are not allowed.");
    }

    /** @param message the place and the reason */
    public static AwsFault malformedPolicyDocument(String message) {
        return new AwsFault("MalformedPolicyDocument", BAD_REQUEST, message);
    }

    public static AwsFault invalidInput(String message) {
        return new AwsFault("InvalidInput", BAD_REQUEST, message);
    }

    static AwsFault quotaExceeded(String quota, int limit) {
        return limitExceeded("Cannot exceed quota for " + quota + ": " + limit);
    }

    static AwsFault inlinePoliciesTooLong(String roleName, int limit) {
        return limitExceeded("Maximum policy size of " + limit + " bytes exceeded for role " + roleName);
    }

    static AwsFault tooManyVersions(int limit) {
        return limitExceeded("A managed policy can have up to " + limit
                + " versions. Before you create a new version, you must delete an existing version.");
    }

    private static AwsFault limitExceeded(String message) {
        return new AwsFault("LimitExceeded", CONFLICT, message);
    }

    static AwsFault hasAttachedPolicies() {
        return deleteConflict("Cannot delete entity, must detach all policies first.");
    }

    static AwsFault hasInlinePolicies() {
        return deleteConflict("Cannot delete entity, must delete policies first.");
    }

    static AwsFault policyIsAttached() {
        return deleteConflict("Cannot delete a policy attached to entities.");
    }

    static AwsFault policyHasVersions() {
        return deleteConflict("This policy has more than one version. Before you delete a policy, you must delete the"
                + " policy's versions. The default version is deleted with the policy.");
    }

    static AwsFault versionIsDefault() {
        return deleteConflict("Cannot delete the default version of a policy.");
    }

    private static AwsFault deleteConflict(String message) {
        return new AwsFault("DeleteConflict", CONFLICT, message);
    }

    /** For a change that lost a race which could not be waited for; the same call may succeed now. */
    public static AwsFault concurrentModification() {
        return new AwsFault(
                "ConcurrentModification",
                CONFLICT,
                "The request was rejected because multiple requests to change this object were submitted"
                        + " simultaneously. Wait a few minutes and submit your request again.");
    }
}
