package io.keypool.identitypool.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.keypool.aws.Tags;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.settings.PoolSettings;
import io.keypool.identitypool.settings.PoolSettings.RealmClient;
import io.keypool.identitypool.settings.StoredPool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.component.ComponentModel;

/** What a component holds of a pool, as AWS's API has it. */
final class PoolMapping {

    private PoolMapping() {}

    static StoredPool pool(ComponentModel component, String region) {
        return new StoredPool(PoolId.of(region, component.getId()), settings(component));
    }

    private static PoolSettings settings(ComponentModel component) {
        return new PoolSettings(
                component.getName(),
                component.get(PoolComponent.GUESTS, false),
                Optional.ofNullable(component.get(PoolComponent.CLASSIC_FLOW)).map(Boolean::valueOf),
                strings(PoolProviders.json(component, PoolProviders.PUBLIC)),
                Optional.ofNullable(component.get(PoolProviders.DEVELOPER)),
                arns(component, PoolProviders.OPENID),
                realmClients(PoolProviders.json(component, PoolProviders.REALM_USERS)),
                arns(component, PoolProviders.SAML),
                new Tags(strings(PoolProviders.json(component, PoolComponent.TAGS))));
    }

    /** Sorted: the values of a component have no order. */
    private static List<String> arns(ComponentModel component, String key) {
        return component.getConfig().getOrDefault(key, List.of()).stream()
                .sorted()
                .toList();
    }

    static Map<String, String> strings(JsonNode object) {
        Map<String, String> strings = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asText()));
        return strings;
    }

    private static List<RealmClient> realmClients(JsonNode list) {
        List<RealmClient> clients = new ArrayList<>();
        list.forEach(entry -> clients.add(new RealmClient(
                Optional.ofNullable(entry.path("ProviderName").textValue()),
                Optional.ofNullable(entry.path("ClientId").textValue()),
                Optional.ofNullable(entry.get("ServerSideTokenCheck")).map(JsonNode::asBoolean))));
        return clients;
    }
}
