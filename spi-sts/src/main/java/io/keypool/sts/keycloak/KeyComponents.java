package io.keypool.sts.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.representations.idm.ComponentRepresentation;

/**
 * The keys of one kind that a realm has, as components: the enabled and active one with the highest priority makes new
 * things, every enabled one is still accepted. That is how Keycloak's own realm keys rotate.
 */
public final class KeyComponents {

    private static final String PRIORITY = "priority";
    private static final String ENABLED = "enabled";
    private static final String ACTIVE = "active";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Class<? extends Provider> type;

    public KeyComponents(KeycloakSession session, RealmModel realm, Class<? extends Provider> type) {
        this.session = session;
        this.realm = realm;
        this.type = type;
    }

    /** The configuration that every kind of key has. */
    public static ProviderConfigurationBuilder properties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(PRIORITY)
                .label("Priority")
                .helpText("Of several active keys the one with the highest priority is used")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue("0")
                .add()
                .property()
                .name(ENABLED)
                .label("Enabled")
                .helpText("A key that is not enabled is not accepted any more")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue("true")
                .add()
                .property()
                .name(ACTIVE)
                .label("Active")
                .helpText("A key that is enabled and not active is accepted, but not used for anything new")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue("true")
                .add();
    }

    /** The keys that are accepted. */
    public Stream<ComponentModel> enabled() {
        return realm.getComponentsStream(realm.getId(), type.getName()).filter(key -> key.get(ENABLED, true));
    }

    /** The key of that id, if it is accepted. */
    public Optional<ComponentModel> enabled(String id) {
        return Optional.ofNullable(realm.getComponent(id))
                .filter(key -> type.getName().equals(key.getProviderType()))
                .filter(key -> key.get(ENABLED, true));
    }

    /** The key that makes new things, of those that match. */
    public Optional<ComponentModel> active(Predicate<ComponentModel> matching) {
        return enabled()
                .filter(key -> key.get(ACTIVE, true))
                .filter(matching)
                .max(Comparator.comparingLong((ComponentModel key) -> key.get(PRIORITY, 0L))
                        .thenComparing(ComponentModel::getId));
    }

    /**
     * Makes the first key of a realm. Its id follows from the realm and the name, so that of several nodes that try at
     * once exactly one succeeds and the others find its key.
     */
    public ComponentModel createFirst(String name, String providerId, MultivaluedHashMap<String, String> config) {
        ComponentModel key = new ComponentModel();
        key.setId(firstId(name));
        key.setName(name);
        key.setProviderType(type.getName());
        key.setProviderId(providerId);
        key.setParentId(realm.getId());
        key.setConfig(config);
        try {
            return inNewTransaction(
                    nested -> nested.realms().getRealm(realm.getId()).addComponentModel(key));
        } catch (ModelDuplicateException | ComponentValidationException second) {
            // The validator of a kind of which a realm has one may see the other's key before the database does.
            return inNewTransaction(nested -> Optional.ofNullable(
                            StoredRealm.of(nested, realm.getId()).getComponent(key.getId()))
                    .orElseThrow(() -> second));
        }
    }

    /** Whether the first key exists, be it disabled or passive: then an administrator took it away on purpose. */
    public boolean hasFirst(String name) {
        return realm.getComponent(firstId(name)) != null;
    }

    private String firstId(String name) {
        String seed = realm.getId() + "/" + type.getName() + "/" + name;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private ComponentModel inNewTransaction(KeycloakSessionTaskWithResult<ComponentModel> task) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), session.getContext(), task, "keypool first key");
    }

    /** Whether a secret is to be made: there is none, or it was hidden, as a partial export hides it. */
    public static boolean lacks(ComponentModel component, String secret) {
        String value = component.get(secret);
        return value == null || value.equals(ComponentRepresentation.SECRET_VALUE);
    }

    /** A new secret, in base64. */
    public static String newSecret(int bytes) {
        byte[] secret = new byte[bytes];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    /** A configuration with one value for each key. */
    public static MultivaluedHashMap<String, String> config(List<String> keysAndValues) {
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            config.putSingle(keysAndValues.get(i), keysAndValues.get(i + 1));
        }
        return config;
    }
}
