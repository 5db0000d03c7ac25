package io.keypool.iam.wire;

import io.keypool.aws.Arn;
import io.keypool.aws.Tags;
import io.keypool.iam.CreatePolicyRequest;
import io.keypool.iam.CreateRoleRequest;
import io.keypool.iam.PolicyFilter;
import io.keypool.iam.PolicyFilter.Usage;
import io.keypool.iam.PolicyUsers;
import io.keypool.sts.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The inputs that actions have, by the constraints of the service model. */
final class Inputs {

    private static final String ROOT = "/";

    private Inputs() {}

    static String roleName(Members members) {
        return members.required("RoleName", Shape.NAME_OF_ROLE);
    }

    static String policyName(Members members) {
        return members.required("PolicyName", Shape.NAME_OF_POLICY);
    }

    static String policyDocument(Members members) {
        return members.required("PolicyDocument", Shape.DOCUMENT);
    }

    static Arn policyArn(Members members) {
        return members.requiredArn("PolicyArn");
    }

    static Arn boundary(Members members) {
        return members.requiredArn("PermissionsBoundary");
    }

    static String versionId(Members members) {
        return members.required("VersionId", Shape.VERSION);
    }

    static boolean setAsDefault(Members members) {
        return members.flag("SetAsDefault");
    }

    static Optional<String> roleDescription(Members members) {
        return members.optional("Description", Shape.DESCRIPTION_OF_ROLE);
    }

    static String requiredRoleDescription(Members members) {
        return members.required("Description", Shape.DESCRIPTION_OF_ROLE);
    }

    static Optional<Duration> maxSessionDuration(Members members) {
        return members.seconds(
                "MaxSessionDuration", Role.MAX_SESSION_DURATION_LOWEST, Role.MAX_SESSION_DURATION_HIGHEST);
    }

    static String pathPrefix(Members members) {
        return members.optional("PathPrefix", Shape.PATH_PREFIX).orElse(ROOT);
    }

    static String policyPathPrefix(Members members) {
        return members.optional("PathPrefix", Shape.PATH_OF_POLICY).orElse(ROOT);
    }

    static Tags tags(Members members) {
        members.requireTags();
        return members.tags();
    }

    static List<String> tagKeys(Members members) {
        return members.requiredTexts("TagKeys", Shape.TAG_KEY);
    }

    static CreateRoleRequest createRole(Members members) {
        String name = roleName(members);
        String document = members.required("AssumeRolePolicyDocument", Shape.DOCUMENT);
        String path = members.optional("Path", Shape.PATH).orElse(ROOT);
        String description = roleDescription(members).orElse("");
        Duration duration = maxSessionDuration(members).orElse(Role.MAX_SESSION_DURATION_LOWEST);
        Tags tags = members.tags();
        return new CreateRoleRequest(
                path, name, document, description, duration, members.optionalArn("PermissionsBoundary"), tags);
    }

    static CreatePolicyRequest createPolicy(Members members) {
        String name = policyName(members);
        String document = policyDocument(members);
        String path = members.optional("Path", Shape.PATH_OF_POLICY).orElse(ROOT);
        String description =
                members.optional("Description", Shape.DESCRIPTION_OF_POLICY).orElse("");
        return new CreatePolicyRequest(path, name, document, description, members.tags());
    }

    /** There are none of AWS's own policies. */
    static PolicyFilter policyFilter(Members members) {
        boolean onlyAws =
                members.oneOf("Scope", List.of("All", "AWS", "Local"), "All").equals("AWS");
        Usage usage = usage(members);
        return new PolicyFilter(policyPathPrefix(members), members.flag("OnlyAttached"), onlyAws ? Usage.NONE : usage);
    }

    /** How roles use a policy; there are no other entities that could. */
    static PolicyUsers users(Members members) {
        List<String> kinds = List.of("User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy");
        boolean roles = members.oneOf("EntityFilter", kinds, "Role").equals("Role");
        Usage usage = usage(members);
        String prefix = members.optional("PathPrefix", Shape.PATH).orElse(ROOT);
        return new PolicyUsers(prefix, roles ? usage : Usage.NONE);
    }

    private static Usage usage(Members members) {
        return switch (members.oneOf("PolicyUsageFilter", List.of("PermissionsPolicy", "PermissionsBoundary"), "")) {
            case "PermissionsPolicy" -> Usage.ATTACHED;
            case "PermissionsBoundary" -> Usage.BOUNDARY;
            default -> Usage.ANY;
        };
    }

    static List<String> policyInputs(Members members) {
        return members.texts("PolicyInputList", Shape.DOCUMENT);
    }

    static List<String> requiredPolicyInputs(Members members) {
        return members.requiredTexts("PolicyInputList", Shape.DOCUMENT);
    }

    static Arn policySource(Members members) {
        return members.requiredArn("PolicySourceArn");
    }
}
