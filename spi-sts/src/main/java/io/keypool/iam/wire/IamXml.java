package io.keypool.iam.wire;

import io.keypool.aws.Arn;
import io.keypool.aws.Page;
import io.keypool.aws.PageMarker;
import io.keypool.aws.Tags;
import io.keypool.aws.query.QueryApi;
import io.keypool.aws.query.QueryXml;
import io.keypool.iam.Entity;
import io.keypool.iam.IamRole;
import io.keypool.iam.ManagedPolicy;
import io.keypool.iam.NamedPolicy;
import io.keypool.iam.OpenIdProvider;
import io.keypool.iam.PolicyUse;
import io.keypool.iam.PolicyVersion;
import io.keypool.iam.SamlProvider;
import io.keypool.iam.SimulationResult;
import io.keypool.iam.VersionView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The answers of IAM as XML. */
public final class IamXml {

    public static final QueryApi API = new QueryApi("iam", "2010-05-08", "https://iam.amazonaws.com/doc/2010-05-08/");

    private IamXml() {}

    static void role(QueryXml xml, IamRole role) {
        xml.element("Role", element -> {
            roleMembers(element, role);
            boundary(element, role);
            tags(element, role.settings().tags());
            xml.element("RoleLastUsed", nothing -> {});
        });
    }

    /** As in lists, where AWS leaves out what takes a look at each role. */
    static void roleMembers(QueryXml xml, IamRole role) {
        entity(xml, role.entity(), "Role");
        document(xml, "AssumeRolePolicyDocument", role.settings().trustPolicy());
        optional(xml, "Description", role.settings().description());
        xml.text(
                "MaxSessionDuration",
                Long.toString(role.settings().maxSessionDuration().toSeconds()));
    }

    private static void boundary(QueryXml xml, IamRole role) {
        Arn boundary = role.settings().boundary();
        if (boundary != null) {
            xml.element("PermissionsBoundary", element -> {
                element.text("PermissionsBoundaryType", "Policy");
                element.text("PermissionsBoundaryArn", boundary.toString());
            });
        }
    }

    private static void entity(QueryXml xml, Entity entity, String kind) {
        xml.text("Path", entity.path());
        xml.text(kind + "Name", entity.name());
        xml.text(kind + "Id", entity.uniqueId());
        xml.text("Arn", entity.arn().toString());
        xml.text("CreateDate", entity.createDate().toString());
    }

    static void policy(QueryXml xml, PolicyUse use) {
        xml.element("Policy", element -> {
            policyMembers(element, use);
            optional(element, "Description", use.policy().description());
            tags(element, use.policy().tags());
        });
    }

    static void policyMembers(QueryXml xml, PolicyUse use) {
        ManagedPolicy policy = use.policy();
        entity(xml, policy.entity(), "Policy");
        xml.text("DefaultVersionId", policy.defaultVersion());
        xml.text("AttachmentCount", Integer.toString(use.attachments()));
        xml.text("PermissionsBoundaryUsageCount", Integer.toString(use.boundaries()));
        xml.text("IsAttachable", "true");
        xml.text("UpdateDate", policy.updateDate().toString());
    }

    static void version(QueryXml xml, VersionView view) {
        xml.element("PolicyVersion", element -> {
            document(element, "Document", view.version().document());
            versionMembers(element, view);
        });
    }

    static void versionMembers(QueryXml xml, VersionView view) {
        PolicyVersion version = view.version();
        xml.text("VersionId", version.id());
        xml.text("IsDefaultVersion", Boolean.toString(view.isDefault()));
        xml.text("CreateDate", version.createDate().toString());
    }

    static void attached(QueryXml xml, ManagedPolicy policy) {
        xml.text("PolicyName", policy.name());
        xml.text("PolicyArn", policy.arn().toString());
    }

    static void roleUsingPolicy(QueryXml xml, IamRole role) {
        xml.text("RoleName", role.name());
        xml.text("RoleId", role.entity().uniqueId());
    }

    static void tag(QueryXml xml, Map.Entry<String, String> tag) {
        xml.text("Key", tag.getKey());
        xml.text("Value", tag.getValue());
    }

    private static void tags(QueryXml xml, Tags tags) {
        if (!tags.isEmpty()) {
            xml.list("Tags", tags.values().entrySet(), IamXml::tag);
        }
    }

    static void openIdProvider(QueryXml xml, OpenIdProvider provider) {
        xml.text("Url", provider.url());
        xml.texts("ClientIDList", provider.clientIds());
        xml.texts("ThumbprintList", List.of());
    }

    static void samlProvider(QueryXml xml, SamlProvider provider) {
        xml.text("SAMLMetadataDocument", SamlMetadata.of(provider));
    }

    static void simulated(QueryXml xml, SimulationResult result) {
        xml.text("EvalActionName", result.action());
        xml.text("EvalResourceName", result.resource());
        xml.text("EvalDecision", result.outcome());
        xml.list("MatchedStatements", result.matched(), IamXml::matched);
        xml.texts("MissingContextValues", result.missingKeys());
        result.allowedByBoundary()
                .ifPresent(allowed -> xml.element(
                        "PermissionsBoundaryDecisionDetail",
                        detail -> detail.text("AllowedByPermissionsBoundary", allowed.toString())));
    }

    private static void matched(QueryXml xml, NamedPolicy policy) {
        xml.text("SourcePolicyId", policy.id());
        xml.text("SourcePolicyType", policy.source());
    }

    static <T> void page(QueryXml xml, String list, Page<T> page, BiConsumer<QueryXml, T> member) {
        xml.list(list, page.items(), member);
        truncation(xml, page);
    }

    static void truncation(QueryXml xml, Page<?> page) {
        xml.text("IsTruncated", Boolean.toString(page.isTruncated()));
        if (page.isTruncated()) {
            xml.text("Marker", PageMarker.encode(page.next()));
        }
    }

    /** Escaped as in a URL (RFC 3986), in which clients expect it. */
    static void document(QueryXml xml, String name, String document) {
        xml.text(
                name,
                URLEncoder.encode(document, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A")
                        .replace("%7E", "~"));
    }

    private static void optional(QueryXml xml, String name, String value) {
        if (!value.isEmpty()) {
            xml.text(name, value);
        }
    }
}
