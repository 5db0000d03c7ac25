package io.keypool.identitypool.keycloak;

import io.keypool.sts.keycloak.KeyComponents;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The keys that sign the tokens of a realm's identity pools. They are not the realm's own: whoever trusts the realm's
 * keys must not thereby accept a guest's token.
 */
final class SigningKeys {

    static final String DEFAULT_ALGORITHM = Algorithm.RS256;
    static final List<String> ALGORITHMS = List.of(Algorithm.RS256, Algorithm.ES256);

    private final RealmModel realm;
    private final KeyComponents keys;

    SigningKeys(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.keys = new KeyComponents(session, realm, IdentityPoolKeyProvider.class);
    }

    /** The key that signs now. The first call of a realm for an algorithm makes the first key. */
    KeyWrapper active(String algorithm) {
        return KeyComponent.key(component(algorithm).orElseGet(() -> first(algorithm)));
    }

    /** The key of that id, as long as what it signed is to be accepted. */
    Optional<KeyWrapper> find(String id) {
        return keys.enabled()
                .map(KeyComponent::key)
                .filter(key -> id.equals(key.getKid()))
                .findFirst();
    }

    /**
     * The keys that verifiers may meet. One who asks before the first token of an algorithm is issued is told the key
     * that will sign it.
     */
    List<KeyWrapper> published(List<String> algorithms) {
        Stream<ComponentModel> first = algorithms.stream()
                .filter(algorithm -> component(algorithm).isEmpty() && !keys.hasFirst(algorithm))
                .map(this::first);
        return Stream.concat(keys.enabled(), first.toList().stream())
                .map(KeyComponent::key)
                .toList();
    }

    private Optional<ComponentModel> component(String algorithm) {
        return keys.active(key -> KeyComponent.algorithm(key).equals(algorithm));
    }

    private ComponentModel first(String algorithm) {
        if (keys.hasFirst(algorithm)) {
            throw new IllegalStateException(
                    "realm " + realm.getName() + " has no active identity pool key for " + algorithm);
        }
        return keys.createFirst(
                algorithm,
                IdentityPoolKeyProviderFactory.ID,
                KeyComponents.config(List.of(KeyComponent.ALGORITHM, algorithm)));
    }
}
