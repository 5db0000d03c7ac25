package io.keypool.identitypool.keycloak;

import io.keypool.aws.Arn;
import io.keypool.aws.Tags;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolRoles;
import io.keypool.policy.InvalidPolicyException;
import io.keypool.policy.Policy;
import io.keypool.policy.PolicyKind;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;

/** An identity pool as a realm component holds it. The parsed pool is kept in the cached component's notes. */
final class PoolComponent {

    static final String GUESTS = "allowUnauthenticatedIdentities";
    static final String CLASSIC_FLOW = "allowClassicFlow";
    static final String UNAUTHENTICATED_ROLE = "unauthenticatedRoleArn";
    static final String AUTHENTICATED_ROLE = "authenticatedRoleArn";
    static final String GUEST_POLICY = "guestPolicy";
    static final String TAGS = "identityPoolTags";
    static final String SIGNATURE_ALGORITHM = "signatureAlgorithm";

    /** Cognito API, IdentityPoolName. */
    private static final Pattern NAME = Pattern.compile("[\\w\\s+=,.@-]{1,128}");

    /** What may follow the region in a pool id, within the length of a component id. */
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{1,36}");

    private static final String NOTE = PoolComponent.class.getName();

    private PoolComponent() {}

    static IdentityPool pool(ComponentModel component, String region) {
        IdentityPool parsed = component.getNote(NOTE);
        if (parsed != null) {
            return parsed;
        }
        IdentityPool pool = new IdentityPool(
                PoolId.of(region, component.getId()),
                component.getName(),
                component.get(GUESTS, false),
                component.get(CLASSIC_FLOW, true),
                new PoolRoles(
                        role(component, UNAUTHENTICATED_ROLE),
                        role(component, AUTHENTICATED_ROLE),
                        PoolMappings.roleMappings(component)),
                PoolMappings.principalTags(component),
                PoolProviders.of(component),
                Optional.ofNullable(component.get(PoolProviders.DEVELOPER)),
                guestPolicy(component),
                component.get(SIGNATURE_ALGORITHM, SigningKeys.DEFAULT_ALGORITHM),
                PoolGuestRules.of(component));
        component.setNote(NOTE, pool);
        return pool;
    }

    static void validate(ComponentModel component) {
        if (!NAME.matcher(Objects.requireNonNullElse(component.getName(), "")).matches()) {
            throw new ComponentValidationException(
                    "A pool name has 1 to 128 characters of letters, digits, spaces and _+=,.@-");
        }
        if (component.getId() != null && !ID.matcher(component.getId()).matches()) {
            throw new ComponentValidationException("The id of a pool is a lower-case UUID: it is part of the pool id");
        }
        if (!SigningKeys.ALGORITHMS.contains(component.get(SIGNATURE_ALGORITHM, SigningKeys.DEFAULT_ALGORITHM))) {
            throw new ComponentValidationException("The signature algorithm is one of RS256 and ES256");
        }
        checkGuestPolicy(component);
        checkRole(component, UNAUTHENTICATED_ROLE);
        checkRole(component, AUTHENTICATED_ROLE);
        try {
            PoolProviders.of(component);
            PoolMappings.check(component);
            tags(component);
            PoolGuestRules.of(component);
            Optional.ofNullable(component.get(PoolProviders.DEVELOPER)).ifPresent(PoolProviders::checkDeveloperName);
        } catch (IllegalArgumentException invalid) {
            throw new ComponentValidationException(String.valueOf(invalid.getMessage()));
        }
    }

    /** @throws IllegalArgumentException for what are no tags */
    static Tags tags(ComponentModel component) {
        return new Tags(PoolMapping.strings(ComponentJson.read(component, TAGS)));
    }

    private static String guestPolicy(ComponentModel component) {
        String own = component.get(GUEST_POLICY, "");
        return own.isBlank() ? GuestPolicy.DEFAULT : own;
    }

    /** Written out, so that everybody sees what holds and can change it. */
    private static void checkGuestPolicy(ComponentModel component) {
        component.put(GUEST_POLICY, guestPolicy(component));
        try {
            Policy.parse(guestPolicy(component), PolicyKind.SESSION);
        } catch (InvalidPolicyException invalid) {
            throw new ComponentValidationException("The policy of guests is not valid: {0}", invalid.getMessage());
        }
    }

    private static void checkRole(ComponentModel component, String key) {
        if (component.get(key) != null && role(component, key).isEmpty()) {
            throw new ComponentValidationException(key + " is a role ARN");
        }
    }

    private static Optional<Arn> role(ComponentModel component, String key) {
        return Optional.ofNullable(component.get(key)).flatMap(PoolRoles::role);
    }
}
