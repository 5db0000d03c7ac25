package io.keypool.iam.wire;

import io.keypool.aws.Arn;
import io.keypool.aws.Shape;
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

    static String roleName(IamMembers members) {
        return members.required("RoleName", Shapes.NAME_OF_ROLE);
    }

    static String policyName(IamMembers members) {
        return members.required("PolicyName", Shapes.NAME_OF_POLICY);
    }

    static String policyDocument(IamMembers members) {
        return members.required("PolicyDocument", Shapes.DOCUMENT);
    }

    static Arn policyArn(IamMembers members) {
        return members.requiredArn("PolicyArn");
    }

    static Arn boundary(IamMembers members) {
        return members.requiredArn("PermissionsBoundary");
    }

    static String versionId(IamMembers members) {
        return members.required("VersionId", Shapes.VERSION);
    }

    static boolean setAsDefault(IamMembers members) {
        return members.flag("SetAsDefault");
    }

    static Optional<String> roleDescription(IamMembers members) {
        return members.optional("Description", Shapes.DESCRIPTION_OF_ROLE);
    }

    static String requiredRoleDescription(IamMembers members) {
        return members.required("Description", Shapes.DESCRIPTION_OF_ROLE);
    }

    static Optional<Duration> maxSessionDuration(IamMembers members) {
        return members.seconds(
                "MaxSessionDuration", Role.MAX_SESSION_DURATION_LOWEST, Role.MAX_SESSION_DURATION_HIGHEST);
    }

    static String pathPrefix(IamMembers members) {
        return members.optional("PathPrefix", Shapes.PATH_PREFIX).orElse(ROOT);
    }

    static String policyPathPrefix(IamMembers members) {
        return members.optional("PathPrefix", Shapes.PATH_OF_POLICY).orElse(ROOT);
    }

    static Tags tags(IamMembers members) {
        members.requireAny("Tags");
        return members.tags();
    }

    static List<String> tagKeys(IamMembers members) {
        return members.requiredTexts("TagKeys", Shape.TAG_KEY);
    }

    static CreateRoleRequest createRole(IamMembers members) {
        String name = roleName(members);
        String document = members.required("AssumeRolePolicyDocument", Shapes.DOCUMENT);
        String path = members.optional("Path", Shapes.PATH).orElse(ROOT);
        String description = roleDescription(members).orElse("");
        Duration duration = maxSessionDuration(members).orElse(Role.MAX_SESSION_DURATION_LOWEST);
        Tags tags = members.tags();
        return new CreateRoleRequest(
                path, name, document, description, duration, members.optionalArn("PermissionsBoundary"), tags);
    }

    static CreatePolicyRequest createPolicy(IamMembers members) {
        String name = policyName(members);
        String document = policyDocument(members);
        String path = members.optional("Path", Shapes.PATH_OF_POLICY).orElse(ROOT);
        String description =
                members.optional("Description", Shapes.DESCRIPTION_OF_POLICY).orElse("");
        return new CreatePolicyRequest(path, name, document, description, members.tags());
    }

    /** There are none of AWS's own policies. */
    static PolicyFilter policyFilter(IamMembers members) {
        boolean onlyAws =
                members.oneOf("Scope", List.of("All", "AWS", "Local"), "All").equals("AWS");
        Usage usage = usage(members);
        return new PolicyFilter(policyPathPrefix(members), members.flag("OnlyAttached"), onlyAws ? Usage.NONE : usage);
    }

    /** How roles use a policy; there are no other entities that could. */
    static PolicyUsers users(IamMembers members) {
        List<String> kinds = List.of("User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy");
        boolean roles = members.oneOf("EntityFilter", kinds, "Role").equals("Role");
        Usage usage = usage(members);
        String prefix = members.optional("PathPrefix", Shapes.PATH).orElse(ROOT);
        return new PolicyUsers(prefix, roles ? usage : Usage.NONE);
    }

    private static Usage usage(IamMembers members) {
        return switch (members.oneOf("PolicyUsageFilter", List.of("PermissionsPolicy", "PermissionsBoundary"), "")) {
            case "PermissionsPolicy" -> Usage.ATTACHED;
            case "PermissionsBoundary" -> Usage.BOUNDARY;
            default -> Usage.ANY;
        };
    }

    static List<String> policyInputs(IamMembers members) {
        return members.texts("PolicyInputList", IamMembers.LONGEST_LIST, Shapes.DOCUMENT);
    }

    static List<String> requiredPolicyInputs(IamMembers members) {
        return members.requiredTexts("PolicyInputList", Shapes.DOCUMENT);
    }

    static Arn policySource(IamMembers members) {
        return members.requiredArn("PolicySourceArn");
    }
}
