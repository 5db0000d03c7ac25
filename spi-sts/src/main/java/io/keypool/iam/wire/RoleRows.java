package io.keypool.iam.wire;

import static io.keypool.iam.wire.Row.done;

import io.keypool.aws.Page;
import java.util.List;

/** Actions on roles. */
final class RoleRows {

    static final List<Row> ALL = List.of(
            Row.of("CreateRole", Inputs::createRole, (iam, request) -> {
                var role = iam.roles().create(request);
                return xml -> IamXml.role(xml, role);
            }),
            Row.of("GetRole", Inputs::roleName, (iam, name) -> {
                var role = iam.roles().get(name);
                return xml -> IamXml.role(xml, role);
            }),
            Row.of("ListRoles", Inputs::pathPrefix, IamMembers::page, (iam, prefix, request) -> {
                var page = iam.roles().list(prefix, request);
                return xml -> IamXml.page(xml, "Roles", page, IamXml::roleMembers);
            }),
            Row.of(
                    "UpdateRole",
                    Inputs::roleName,
                    Inputs::roleDescription,
                    Inputs::maxSessionDuration,
                    (iam, name, description, duration) -> {
                        iam.roles().update(name, description, duration);
                        return xml -> {};
                    }),
            Row.of(
                    "UpdateRoleDescription",
                    Inputs::roleName,
                    Inputs::requiredRoleDescription,
                    (iam, name, description) -> {
                        var role = iam.roles().updateDescription(name, description);
                        return xml -> IamXml.role(xml, role);
                    }),
            Row.of(
                    "UpdateAssumeRolePolicy",
                    Inputs::roleName,
                    Inputs::policyDocument,
                    (iam, name, document) -> done(() -> iam.roles().updateTrustPolicy(name, document))),
            Row.of(
                    "DeleteRole",
                    Inputs::roleName,
                    (iam, name) -> done(() -> iam.roles().delete(name))),
            Row.of("ListInstanceProfilesForRole", Inputs::roleName, IamMembers::page, (iam, name, page) -> {
                iam.roles().listInstanceProfiles(name);
                return xml -> IamXml.page(xml, "InstanceProfiles", new Page<>(List.of(), ""), (element, none) -> {});
            }),
            Row.of(
                    "PutRolePolicy",
                    Inputs::roleName,
                    Inputs::policyName,
                    Inputs::policyDocument,
                    (iam, role, policy, document) ->
                            done(() -> iam.inlinePolicies().put(role, policy, document))),
            Row.of("GetRolePolicy", Inputs::roleName, Inputs::policyName, (iam, role, policy) -> {
                String document = iam.inlinePolicies().get(role, policy);
                return xml -> {
                    xml.text("RoleName", role);
                    xml.text("PolicyName", policy);
                    IamXml.document(xml, "PolicyDocument", document);
                };
            }),
            Row.of("ListRolePolicies", Inputs::roleName, IamMembers::page, (iam, role, request) -> {
                var page = iam.inlinePolicies().list(role, request);
                return xml -> {
                    xml.texts("PolicyNames", page.items());
                    IamXml.truncation(xml, page);
                };
            }),
            Row.of(
                    "DeleteRolePolicy",
                    Inputs::roleName,
                    Inputs::policyName,
                    (iam, role, policy) -> done(() -> iam.inlinePolicies().delete(role, policy))),
            Row.of(
                    "PutRolePermissionsBoundary",
                    Inputs::roleName,
                    Inputs::boundary,
                    (iam, role, boundary) -> done(() -> iam.attachments().putBoundary(role, boundary))),
            Row.of(
                    "DeleteRolePermissionsBoundary",
                    Inputs::roleName,
                    (iam, role) -> done(() -> iam.attachments().deleteBoundary(role))),
            Row.of(
                    "TagRole",
                    Inputs::roleName,
                    Inputs::tags,
                    (iam, role, tags) -> done(() -> iam.tags().tagRole(role, tags))),
            Row.of(
                    "UntagRole",
                    Inputs::roleName,
                    Inputs::tagKeys,
                    (iam, role, keys) -> done(() -> iam.tags().untagRole(role, keys))),
            Row.of("ListRoleTags", Inputs::roleName, IamMembers::page, (iam, role, request) -> {
                var page = iam.tags().listOfRole(role, request);
                return xml -> IamXml.page(xml, "Tags", page, IamXml::tag);
            }));

    private RoleRows() {}
}
