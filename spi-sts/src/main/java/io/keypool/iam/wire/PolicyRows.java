package io.keypool.iam.wire;

import static io.keypool.iam.wire.Row.done;

import io.keypool.iam.PolicyUse;
import io.keypool.iam.VersionView;
import java.util.List;

/** Actions on managed policies. */
final class PolicyRows {

    static final List<Row> ALL = List.of(
            Row.of("CreatePolicy", Inputs::createPolicy, (iam, request) -> {
                var policy = iam.policies().create(request);
                return xml -> IamXml.policy(xml, new PolicyUse(policy, 0, 0));
            }),
            Row.of("GetPolicy", Inputs::policyArn, (iam, arn) -> {
                var policy = iam.policies().get(arn);
                return xml -> IamXml.policy(xml, policy);
            }),
            Row.of("ListPolicies", Inputs::policyFilter, IamMembers::page, (iam, filter, request) -> {
                var page = iam.policies().list(filter, request);
                return xml -> IamXml.page(xml, "Policies", page, IamXml::policyMembers);
            }),
            Row.of(
                    "DeletePolicy",
                    Inputs::policyArn,
                    (iam, arn) -> done(() -> iam.policies().delete(arn))),
            Row.of(
                    "CreatePolicyVersion",
                    Inputs::policyArn,
                    Inputs::policyDocument,
                    Inputs::setAsDefault,
                    (iam, arn, document, asDefault) -> {
                        var policy = iam.versions().create(arn, document, asDefault);
                        var view = new VersionView(policy.versions().get(0), asDefault);
                        return xml -> xml.element("PolicyVersion", version -> IamXml.versionMembers(version, view));
                    }),
            Row.of("GetPolicyVersion", Inputs::policyArn, Inputs::versionId, (iam, arn, version) -> {
                var view = iam.versions().get(arn, version);
                return xml -> IamXml.version(xml, view);
            }),
            Row.of("ListPolicyVersions", Inputs::policyArn, IamMembers::page, (iam, arn, request) -> {
                var page = iam.versions().list(arn, request);
                return xml -> IamXml.page(xml, "Versions", page, IamXml::versionMembers);
            }),
            Row.of(
                    "SetDefaultPolicyVersion",
                    Inputs::policyArn,
                    Inputs::versionId,
                    (iam, arn, version) -> done(() -> iam.versions().setDefault(arn, version))),
            Row.of(
                    "DeletePolicyVersion",
                    Inputs::policyArn,
                    Inputs::versionId,
                    (iam, arn, version) -> done(() -> iam.versions().delete(arn, version))),
            Row.of(
                    "AttachRolePolicy",
                    Inputs::roleName,
                    Inputs::policyArn,
                    (iam, role, policy) -> done(() -> iam.attachments().attach(role, policy))),
            Row.of(
                    "DetachRolePolicy",
                    Inputs::roleName,
                    Inputs::policyArn,
                    (iam, role, policy) -> done(() -> iam.attachments().detach(role, policy))),
            Row.of(
                    "ListAttachedRolePolicies",
                    Inputs::roleName,
                    Inputs::policyPathPrefix,
                    IamMembers::page,
                    (iam, role, prefix, request) -> {
                        var page = iam.attachments().list(role, prefix, request);
                        return xml -> IamXml.page(xml, "AttachedPolicies", page, IamXml::attached);
                    }),
            Row.of(
                    "ListEntitiesForPolicy",
                    Inputs::policyArn,
                    Inputs::users,
                    IamMembers::page,
                    (iam, arn, by, request) -> {
                        var page = iam.policies().listRoles(arn, by, request);
                        return xml -> {
                            xml.texts("PolicyGroups", List.of());
                            xml.texts("PolicyUsers", List.of());
                            IamXml.page(xml, "PolicyRoles", page, IamXml::roleUsingPolicy);
                        };
                    }),
            Row.of(
                    "TagPolicy",
                    Inputs::policyArn,
                    Inputs::tags,
                    (iam, arn, tags) -> done(() -> iam.tags().tagPolicy(arn, tags))),
            Row.of(
                    "UntagPolicy",
                    Inputs::policyArn,
                    Inputs::tagKeys,
                    (iam, arn, keys) -> done(() -> iam.tags().untagPolicy(arn, keys))),
            Row.of("ListPolicyTags", Inputs::policyArn, IamMembers::page, (iam, arn, request) -> {
                var page = iam.tags().listOfPolicy(arn, request);
                return xml -> IamXml.page(xml, "Tags", page, IamXml::tag);
            }));

    private PolicyRows() {}
}
