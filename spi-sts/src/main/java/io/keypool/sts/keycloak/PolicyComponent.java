package io.keypool.sts.keycloak;

import io.keypool.aws.Arn;
import io.keypool.policy.InvalidPolicyException;
import io.keypool.policy.Policy;
import io.keypool.policy.PolicyKind;
import io.keypool.policy.PolicyLimits;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.RealmModel;

/**
 * A managed policy as a realm component holds it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html">IAM API, Policy</a>
 */
public final class PolicyComponent {

    public static final String VERSIONS = "versions";
    public static final String DEFAULT_VERSION = "defaultVersion";
    public static final int MAX_VERSIONS = 5;

    public static final String TYPE = IamPolicyProvider.class.getName();

    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,128}");
    private static final Pattern VERSION = Pattern.compile("v[1-9][0-9]{0,8}");
    private static final String NOTE = PolicyComponent.class.getName();

    private PolicyComponent() {}

    /** The version that is in force of the policy with that ARN, read once and kept with the cached realm. */
    static Optional<Policy> find(RealmModel realm, Arn arn) {
        return component(realm, arn).map(component -> policy(realm, component));
    }

    /** The component of the managed policy with that ARN. */
    public static Optional<ComponentModel> component(RealmModel realm, Arn arn) {
        return realm.getComponentsStream(realm.getId(), TYPE)
                .filter(component -> arn(realm, component).equals(arn))
                .findFirst();
    }

    public static Arn arn(RealmModel realm, ComponentModel component) {
        return Arn.managedPolicy(RealmAccount.of(realm), IamResource.path(component), component.getName());
    }

    /** In the order of their numbers. */
    public static List<NamedDocument> versions(ComponentModel component) {
        return component.getConfig().getOrDefault(VERSIONS, List.of()).stream()
                .map(NamedDocument::parse)
                .sorted(Comparator.comparingInt(
                        version -> Integer.parseInt(version.name().substring(1))))
                .toList();
    }

    /** @throws IllegalArgumentException when no version is in force */
    public static NamedDocument defaultVersion(ComponentModel component) {
        List<NamedDocument> versions = versions(component);
        String name = component.get(
                DEFAULT_VERSION, versions.size() == 1 ? versions.get(0).name() : "");
        return versions.stream()
                .filter(version -> version.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(DEFAULT_VERSION + " is none of the versions"));
    }

    private static Policy policy(RealmModel realm, ComponentModel component) {
        Policy parsed = component.getNote(NOTE);
        if (parsed != null) {
            return parsed;
        }
        Policy policy = parse(
                defaultVersion(component).document(), arn(realm, component).toString());
        component.setNote(NOTE, policy);
        return policy;
    }

    private static Policy parse(String document, String name) {
        return Policy.parse(document, PolicyKind.IDENTITY, name, PolicyLimits.MANAGED);
    }

    static void validate(RealmModel realm, ComponentModel component) {
        IamResource.validate(realm, component, "Policy", NAME);
        try {
            IamResource.tags(component);
            IamResource.createDate(component);
            versions(component).forEach(version -> parse(version.document(), version.name()));
            requireVersions(component);
            defaultVersion(component);
        } catch (InvalidPolicyException invalid) {
            throw new ComponentValidationException("The policy is not valid: {0}", invalid.getMessage());
        } catch (IllegalArgumentException invalid) {
            throw new ComponentValidationException("The managed policy is not valid: {0}", invalid.getMessage());
        }
    }

    private static void requireVersions(ComponentModel component) {
        List<String> values = component.getConfig().getOrDefault(VERSIONS, List.of());
        List<String> names =
                values.stream().map(value -> NamedDocument.parse(value).name()).toList();
        if (names.isEmpty() || names.size() > MAX_VERSIONS) {
            throw new IllegalArgumentException("there are 1 to " + MAX_VERSIONS + " versions");
        }
        if (names.stream().distinct().count() != names.size()
                || !names.stream().allMatch(name -> VERSION.matcher(name).matches())) {
            throw new IllegalArgumentException("versions are v1, v2, …, each once");
        }
    }
}
