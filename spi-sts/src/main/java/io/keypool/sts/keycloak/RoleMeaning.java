package io.keypool.sts.keycloak;

import io.keypool.policy.Policy;
import io.keypool.policy.PolicyKind;
import io.keypool.policy.PolicyLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.AdminRoles;

/** What a client role in {@code realm-management} allows whoever signs with the client's own key. */
public record RoleMeaning(Policy policy, NamedDocument document) {

    private static final List<String> POOL_READS = List.of(
            "cognito-identity:Describe*",
            "cognito-identity:List*",
            "cognito-identity:LookupDeveloperIdentity",
            "cognito-identity:GetIdentityPoolRoles",
            "cognito-identity:GetPrincipalTagAttributeMap");

    /** All of a pool but to be somebody in it. */
    private static final List<String> POOL_CHANGES = and(
            POOL_READS,
            "cognito-identity:Create*",
            "cognito-identity:Update*",
            "cognito-identity:Delete*",
            "cognito-identity:Set*",
            "cognito-identity:Tag*",
            "cognito-identity:Untag*",
            "cognito-identity:MergeDeveloperIdentities",
            "cognito-identity:UnlinkDeveloperIdentity");

    /** A role must itself trust a pool before the pool can give it to anybody. */
    private static final String PASS_ROLES_TO_POOLS = """
            {"Effect": "Allow", "Resource": "*", "Action": "iam:PassRole",
             "Condition": {"StringEquals": {"iam:PassedToService": "cognito-identity.amazonaws.com"}}}""";

    /** Who may manage the realm may do so through AWS's APIs, too: it has all of it in Keycloak's own anyway. */
    static final List<RoleMeaning> ALL = List.of(
            of(AdminRoles.MANAGE_REALM, allow(and(POOL_CHANGES, "iam:*", "sts:*"))),
            of(
                    AdminRoles.VIEW_REALM,
                    allow(and(
                            POOL_READS,
                            "iam:Get*",
                            "iam:List*",
                            "iam:Simulate*",
                            "sts:GetAccessKeyInfo",
                            "sts:DecodeAuthorizationMessage"))),
            of(PoolAdminRoles.MANAGE, allow(POOL_CHANGES), PASS_ROLES_TO_POOLS),
            of(PoolAdminRoles.VIEW, allow(POOL_READS)),
            of(
                    PoolAdminRoles.DEVELOPER,
                    allow(List.of(
                            "cognito-identity:GetOpenIdTokenForDeveloperIdentity",
                            "cognito-identity:LookupDeveloperIdentity",
                            "cognito-identity:MergeDeveloperIdentities",
                            "cognito-identity:UnlinkDeveloperIdentity"))));

    /** The policy of whoever may see the realm. */
    public static Policy ofViewers() {
        return ALL.stream()
                .filter(meant -> meant.role().equals(AdminRoles.VIEW_REALM))
                .map(RoleMeaning::policy)
                .findFirst()
                .orElseThrow();
    }

    String role() {
        return policy.name();
    }

    private static RoleMeaning of(String role, String... statements) {
        String document = "{\"Statement\": [" + String.join(", ", statements) + "]}";
        return new RoleMeaning(
                Policy.parse(document, PolicyKind.IDENTITY, role, PolicyLimits.MANAGED),
                new NamedDocument(role, Optional.empty(), document));
    }

    private static String allow(List<String> actions) {
        String quoted = actions.stream().map(action -> '"' + action + '"').collect(Collectors.joining(", "));
        return "{\"Effect\": \"Allow\", \"Resource\": \"*\", \"Action\": [" + quoted + "]}";
    }

    private static List<String> and(List<String> actions, String... more) {
        List<String> all = new ArrayList<>(actions);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
