package io.keypool.sts.keycloak;

import com.fasterxml.jackson.core.type.TypeReference;
import io.keypool.aws.Tags;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/** What roles and managed policies have in common as realm components. */
public final class IamResource {

    public static final String DESCRIPTION = "description";
    public static final String PATH = "path";
    public static final String TAGS = "tags";
    public static final String CREATE_DATE = "createDate";

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final Pattern PATH_PATTERN = Pattern.compile("/|/[\\x21-\\x7E]{0,510}/");

    private IamResource() {}

    public static String path(ComponentModel component) {
        return component.get(PATH, "/");
    }

    /** @throws IllegalArgumentException when they are no JSON object of texts, or no valid tags */
    public static Tags tags(ComponentModel component) {
        String json = component.get(TAGS, "");
        if (json.isBlank()) {
            return Tags.NONE;
        }
        try {
            return new Tags(JsonSerialization.readValue(json, TEXTS));
        } catch (IOException notJson) {
            throw new IllegalArgumentException(TAGS + " is no JSON object of keys and values", notJson);
        }
    }

    /** As {@link #tags} reads them. */
    public static String json(Tags tags) {
        try {
            return JsonSerialization.writeValueAsString(tags.values());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalArgumentException when the date is not ISO 8601 */
    public static Optional<Instant> createDate(ComponentModel component) {
        String date = component.get(CREATE_DATE, "");
        try {
            return date.isBlank() ? Optional.empty() : Optional.of(Instant.parse(date));
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(CREATE_DATE + " is not ISO 8601 in UTC", unreadable);
        }
    }

    /**
     * Notes when a component came to be, and checks its path and that no other of its kind has its name; letters of
     * either case are the same in names, as in IAM.
     *
     * @param kind as in {@code Role}
     */
    static void validate(RealmModel realm, ComponentModel component, String kind, Pattern namePattern) {
        String name = Objects.requireNonNullElse(component.getName(), "");
        if (!namePattern.matcher(name).matches()) {
            throw new ComponentValidationException(
                    "The name of a {0} has letters, digits and _+=,.@- only, and is not too long", kind);
        }
        if (!PATH_PATTERN.matcher(path(component)).matches()) {
            throw new ComponentValidationException("A path begins and ends with a slash, 512 characters at most");
        }
        boolean taken = realm.getComponentsStream(realm.getId(), component.getProviderType())
                .anyMatch(other -> !other.getId().equals(component.getId()) && name.equalsIgnoreCase(other.getName()));
        if (taken) {
            throw new ComponentValidationException("{0} with name {1} already exists.", kind, name);
        }
        if (component.get(CREATE_DATE, "").isBlank()) {
            component.put(
                    CREATE_DATE,
                    new KeycloakClock()
                            .instant()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
        }
    }

    /** A component that is being created has no id yet. */
    static ComponentModel withId(ComponentModel component) {
        ComponentModel copy = new ComponentModel(component);
        copy.setId(Objects.requireNonNullElse(component.getId(), ""));
        return copy;
    }
}
