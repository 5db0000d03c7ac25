package io.keypool.iam.keycloak;

import io.keypool.iam.CreatePolicyRequest;
import io.keypool.iam.Entity;
import io.keypool.iam.ManagedPolicy;
import io.keypool.iam.PolicyVersion;
import io.keypool.sts.keycloak.IamPolicyProviderFactory;
import io.keypool.sts.keycloak.IamResource;
import io.keypool.sts.keycloak.NamedDocument;
import io.keypool.sts.keycloak.PolicyComponent;
import io.keypool.sts.keycloak.UniqueIds;
import io.keypool.sts.keycloak.component.ComponentSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** A managed policy as a component, and back. */
final class PolicyMapping {

    private static final String FIRST_VERSION = "v1";

    private PolicyMapping() {}

    static ManagedPolicy policy(RealmModel realm, ComponentModel component) {
        Instant createDate = IamResource.createDate(component).orElse(Instant.EPOCH);
        Entity entity = new Entity(
                component.getId(),
                UniqueIds.ofManagedPolicy(component.getId()),
                PolicyComponent.arn(realm, component),
                IamResource.path(component),
                component.getName(),
                createDate);
        List<PolicyVersion> versions = PolicyComponent.versions(component).stream()
                .map(version ->
                        new PolicyVersion(version.name(), version.createDate().orElse(createDate), version.document()))
                .toList();
        return new ManagedPolicy(
                entity,
                component.get(IamResource.DESCRIPTION, ""),
                versions,
                PolicyComponent.defaultVersion(component).name(),
                IamResource.tags(component));
    }

    static ComponentModel component(CreatePolicyRequest policy, Instant createDate) {
        ComponentModel component = new ComponentModel();
        component.setName(policy.name());
        component.setProviderType(PolicyComponent.TYPE);
        component.setProviderId(IamPolicyProviderFactory.ID);
        return new ComponentSettings(component)
                .put(IamResource.PATH, policy.path())
                .put(IamResource.CREATE_DATE, createDate)
                .put(IamResource.DESCRIPTION, policy.description())
                .put(PolicyComponent.DEFAULT_VERSION, FIRST_VERSION)
                .put(
                        PolicyComponent.VERSIONS,
                        new NamedDocument(FIRST_VERSION, Optional.of(createDate), policy.document()).value())
                .put(IamResource.TAGS, policy.tags().isEmpty() ? "" : IamResource.json(policy.tags()))
                .component();
    }

    /** The component as the policy is now; it is changed itself. */
    static ComponentModel changed(ComponentModel component, ManagedPolicy policy) {
        List<String> versions = policy.versions().stream()
                .map(version -> new NamedDocument(version.id(), Optional.of(version.createDate()), version.document()))
                .map(NamedDocument::value)
                .toList();
        return new ComponentSettings(component)
                .put(PolicyComponent.DEFAULT_VERSION, policy.defaultVersion())
                .put(PolicyComponent.VERSIONS, versions)
                .put(IamResource.TAGS, policy.tags().isEmpty() ? "" : IamResource.json(policy.tags()))
                .component();
    }
}
