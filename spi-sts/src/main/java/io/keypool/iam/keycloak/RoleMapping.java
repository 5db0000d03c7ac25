package io.keypool.iam.keycloak;

import io.keypool.aws.Arn;
import io.keypool.iam.CreateRoleRequest;
import io.keypool.iam.Entity;
import io.keypool.iam.IamRole;
import io.keypool.iam.RoleSettings;
import io.keypool.sts.Role;
import io.keypool.sts.keycloak.IamResource;
import io.keypool.sts.keycloak.IamRoleProviderFactory;
import io.keypool.sts.keycloak.NamedDocument;
import io.keypool.sts.keycloak.RealmAccount;
import io.keypool.sts.keycloak.RoleComponent;
import io.keypool.sts.keycloak.UniqueIds;
import io.keypool.sts.keycloak.component.ComponentSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** A role as a component, and back. */
final class RoleMapping {

    private RoleMapping() {}

    static IamRole role(RealmModel realm, ComponentModel component) {
        String path = IamResource.path(component);
        Entity entity = new Entity(
                component.getId(),
                UniqueIds.ofRole(component.getId()),
                Arn.role(RealmAccount.of(realm), path, component.getName()),
                path,
                component.getName(),
                IamResource.createDate(component).orElse(Instant.EPOCH));
        return new IamRole(entity, settings(component));
    }

    private static RoleSettings settings(ComponentModel component) {
        SortedMap<String, String> inline = new TreeMap<>();
        RoleComponent.inlinePolicies(component).forEach(policy -> inline.put(policy.name(), policy.document()));
        return new RoleSettings(
                component.get(IamResource.DESCRIPTION, ""),
                component.get(RoleComponent.TRUST_POLICY, ""),
                Duration.ofSeconds(component.get(
                        RoleComponent.MAX_SESSION_DURATION, Role.MAX_SESSION_DURATION_LOWEST.toSeconds())),
                inline,
                RoleComponent.managedPolicies(component),
                RoleComponent.boundary(component).orElse(null),
                IamResource.tags(component));
    }

    static ComponentModel component(CreateRoleRequest role, Instant createDate) {
        ComponentModel component = new ComponentModel();
        component.setName(role.name());
        component.setProviderType(RoleComponent.TYPE);
        component.setProviderId(IamRoleProviderFactory.ID);
        return new ComponentSettings(component)
                .put(IamResource.PATH, role.path())
                .put(IamResource.CREATE_DATE, createDate)
                .put(IamResource.DESCRIPTION, role.description())
                .put(RoleComponent.TRUST_POLICY, role.trustPolicy())
                .put(RoleComponent.MAX_SESSION_DURATION, role.maxSessionDuration())
                .put(RoleComponent.PERMISSIONS_BOUNDARY, role.boundary())
                .put(IamResource.TAGS, role.tags().isEmpty() ? "" : IamResource.json(role.tags()))
                .component();
    }

    /** The component with those settings; it is changed itself. */
    static ComponentModel changed(ComponentModel component, RoleSettings settings) {
        return new ComponentSettings(component)
                .put(IamResource.DESCRIPTION, settings.description())
                .put(RoleComponent.TRUST_POLICY, settings.trustPolicy())
                .put(RoleComponent.MAX_SESSION_DURATION, settings.maxSessionDuration())
                .put(RoleComponent.INLINE_POLICIES, inline(component, settings.inlinePolicies()))
                .put(
                        RoleComponent.MANAGED_POLICY_ARNS,
                        settings.managedPolicies().stream().map(Arn::toString).toList())
                .put(RoleComponent.PERMISSIONS_BOUNDARY, settings.boundary())
                .put(IamResource.TAGS, settings.tags().isEmpty() ? "" : IamResource.json(settings.tags()))
                .component();
    }

    /** What did not change keeps its date. */
    private static List<String> inline(ComponentModel component, SortedMap<String, String> policies) {
        Map<String, NamedDocument> old = RoleComponent.inlinePolicies(component).stream()
                .collect(Collectors.toMap(NamedDocument::name, policy -> policy));
        return policies.entrySet().stream()
                .map(policy -> Optional.ofNullable(old.get(policy.getKey()))
                        .filter(same -> same.document().equals(policy.getValue()))
                        .orElseGet(() -> new NamedDocument(policy.getKey(), Optional.empty(), policy.getValue())))
                .map(NamedDocument::value)
                .toList();
    }
}
