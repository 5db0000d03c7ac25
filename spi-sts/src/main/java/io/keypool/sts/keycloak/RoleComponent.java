package io.keypool.sts.keycloak;

import io.keypool.policy.InvalidPolicyException;
import io.keypool.policy.TrustPolicy;
import io.keypool.sts.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.RealmModel;

/** A role as a realm component holds it. The parsed role is kept in the cached component's notes. */
final class RoleComponent {

    static final String DESCRIPTION = "description";
    static final String PATH = "path";
    static final String TRUST_POLICY = "trustPolicy";
    static final String MAX_SESSION_DURATION = "maxSessionDuration";

    /** IAM API, Role: RoleName and Path. */
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");

    private static final Pattern PATH_PATTERN = Pattern.compile("/|/[\\x21-\\x7E]{0,510}/");

    private static final String NOTE = RoleComponent.class.getName();
    private static final String UNIQUE_ID_PREFIX = "AROA";
    private static final int UNIQUE_ID_RANDOM_LENGTH = 17;
    private static final String UNIQUE_ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

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
        String name = Objects.requireNonNullElse(component.getName(), "");
        if (!NAME.matcher(name).matches()) {
            throw new ComponentValidationException("A role name has 1 to 64 characters of letters, digits and _+=,.@-");
        }
        if (!PATH_PATTERN.matcher(path(component)).matches()) {
            throw new ComponentValidationException("A role path begins and ends with a slash, 512 characters at most");
        }
        boolean taken = realm.getComponentsStream(realm.getId(), IamRoleProvider.class.getName())
                .anyMatch(other -> !other.getId().equals(component.getId()) && name.equalsIgnoreCase(other.getName()));
        if (taken) {
            throw new ComponentValidationException("Role with name {0} already exists.", name);
        }
        try {
            parse(realm, withId(component));
        } catch (InvalidPolicyException invalid) {
            throw new ComponentValidationException("The trust policy is not valid: {0}", invalid.getMessage());
        } catch (IllegalArgumentException invalid) {
            throw new ComponentValidationException("The role is not valid: {0}", invalid.getMessage());
        }
    }

    private static Role parse(RealmModel realm, ComponentModel component) {
        return new Role(
                component.getId(),
                uniqueId(component.getId()),
                RealmAccount.of(realm),
                path(component),
                component.getName(),
                TrustPolicy.parse(component.get(TRUST_POLICY, "")),
                maxSessionDuration(component));
    }

    private static String path(ComponentModel component) {
        return component.get(PATH, "/");
    }

    private static Duration maxSessionDuration(ComponentModel component) {
        String seconds = component.get(MAX_SESSION_DURATION, "3600");
        try {
            return Duration.ofSeconds(Integer.parseInt(seconds));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(MAX_SESSION_DURATION + " is a number of seconds", notANumber);
        }
    }

    /** A component that is being created has no id yet. */
    private static ComponentModel withId(ComponentModel component) {
        ComponentModel copy = new ComponentModel(component);
        copy.setId(Objects.requireNonNullElse(component.getId(), ""));
        return copy;
    }

    /** {@code AROA…} as IAM gives it to each role, made from the component's id so that it needs no column. */
    private static String uniqueId(String componentId) {
        byte[] digest = sha256(componentId.toLowerCase(Locale.ROOT));
        StringBuilder id = new StringBuilder(UNIQUE_ID_PREFIX);
        for (int i = 0; i < UNIQUE_ID_RANDOM_LENGTH; i++) {
            id.append(UNIQUE_ID_ALPHABET.charAt(digest[i] & 31));
        }
        return id.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
