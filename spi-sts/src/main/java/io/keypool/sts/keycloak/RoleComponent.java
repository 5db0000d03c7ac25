package io.keypool.sts.keycloak;

import io.keypool.aws.Arn;
import io.keypool.policy.InvalidPolicyException;
import io.keypool.policy.Policies;
import io.keypool.policy.Policy;
import io.keypool.policy.PolicyKind;
import io.keypool.policy.PolicyLimits;
import io.keypool.sts.Role;
import io.keypool.sts.RoleTrust;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.RealmModel;

/** A role as a realm component holds it. The parsed role is kept in the cached component's notes. */
public final class RoleComponent {

    public static final String TRUST_POLICY = "trustPolicy";
    public static final String MAX_SESSION_DURATION = "maxSessionDuration";
    public static final String INLINE_POLICIES = "inlinePolicies";
    public static final String MANAGED_POLICY_ARNS = "managedPolicyArns";
    public static final String PERMISSIONS_BOUNDARY = "permissionsBoundary";

    public static final String TYPE = IamRoleProvider.class.getName();

    /** IAM API, Role: RoleName. */
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");

    /** For a boundary that does not exist: nothing is within it. */
    private static final Policy NOTHING = Policy.denyingEverything(PolicyKind.BOUNDARY);

    private static final String NOTE = RoleComponent.class.getName();

    private RoleComponent() {}

    static Role role(RealmModel realm, ComponentModel component) {
        Role parsed = component.getNote(NOTE);
        if (parsed != null) {
            return parsed;
        }
        Role role = parse(realm, component);
        component.setNote(NOTE, role);
        return role;
    }

    static void validate(RealmModel realm, ComponentModel component) {
        IamResource.validate(realm, component, "Role", NAME);
        requireTrust(realm, component);
        try {
            IamResource.createDate(component);
            requireInlineLimits(component);
            parse(realm, IamResource.withId(component));
        } catch (InvalidPolicyException invalid) {
            throw new ComponentValidationException("The policy is not valid: {0}", invalid.getMessage());
        } catch (IllegalArgumentException invalid) {
            throw new ComponentValidationException("The role is not valid: {0}", invalid.getMessage());
        }
    }

    private static void requireTrust(RealmModel realm, ComponentModel component) {
        try {
            new RoleTrust(realm.getName()).accept(component.get(TRUST_POLICY, ""));
        } catch (InvalidPolicyException invalid) {
            throw new ComponentValidationException("The trust policy is not valid: {0}", invalid.getMessage());
        }
    }

    private static Role parse(RealmModel realm, ComponentModel component) {
        return new Role(
                component.getId(),
                UniqueIds.ofRole(component.getId()),
                RealmAccount.of(realm),
                IamResource.path(component),
                component.getName(),
                RoleTrust.parse(component.get(TRUST_POLICY, "")),
                maxSessionDuration(component),
                permissions(realm, component),
                IamResource.tags(component));
    }

    private static Policies permissions(RealmModel realm, ComponentModel component) {
        List<Policy> identity = new ArrayList<>();
        for (NamedDocument inline : inlinePolicies(component)) {
            identity.add(Policy.parse(inline.document(), PolicyKind.IDENTITY, inline.name(), PolicyLimits.INLINE));
        }
        for (Arn arn : managedPolicies(component)) {
            PolicyComponent.find(realm, arn).ifPresent(identity::add);
        }
        Policies policies = Policies.ofIdentity(identity);
        return boundary(component)
                .map(arn ->
                        policies.withBoundary(PolicyComponent.find(realm, arn).orElse(NOTHING)))
                .orElse(policies);
    }

    /** In the order of their names. */
    public static List<NamedDocument> inlinePolicies(ComponentModel component) {
        return component.getConfig().getOrDefault(INLINE_POLICIES, List.of()).stream()
                .map(NamedDocument::parse)
                .sorted(Comparator.comparing(NamedDocument::name))
                .toList();
    }

    /** @throws IllegalArgumentException for what is no ARN */
    public static List<Arn> managedPolicies(ComponentModel component) {
        return component.getConfig().getOrDefault(MANAGED_POLICY_ARNS, List.of()).stream()
                .sorted()
                .map(RoleComponent::arn)
                .toList();
    }

    /** @throws IllegalArgumentException for what is no ARN */
    public static Optional<Arn> boundary(ComponentModel component) {
        return Optional.of(component.get(PERMISSIONS_BOUNDARY, ""))
                .filter(text -> !text.isBlank())
                .map(RoleComponent::arn);
    }

    private static Arn arn(String text) {
        return Arn.parse(text).orElseThrow(() -> new IllegalArgumentException("not an ARN of a policy"));
    }

    private static void requireInlineLimits(ComponentModel component) {
        List<NamedDocument> inline = inlinePolicies(component);
        if (inline.stream().map(NamedDocument::name).distinct().count() != inline.size()) {
            throw new IllegalArgumentException("each inline policy has a name of its own");
        }
        int characters = inline.stream()
                .mapToInt(policy -> PolicyLimits.count(policy.document()))
                .sum();
        if (characters > PolicyLimits.INLINE.characters()) {
            throw new IllegalArgumentException("all inline policies together have at most "
                    + PolicyLimits.INLINE.characters() + " characters, not counting white space");
        }
    }

    private static Duration maxSessionDuration(ComponentModel component) {
        String seconds = component.get(MAX_SESSION_DURATION, "3600");
        try {
            return Duration.ofSeconds(Integer.parseInt(seconds));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(MAX_SESSION_DURATION + " is a number of seconds", notANumber);
        }
    }
}
