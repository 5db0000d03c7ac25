package io.keypool.identitypool.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.settings.PoolSettings;
import io.keypool.identitypool.settings.PoolSettings.RealmClient;
import io.keypool.identitypool.settings.StoredPool;
import io.keypool.sts.keycloak.component.ComponentSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.component.ComponentModel;

/** What a component holds of a pool, as AWS's API has it. */
final class PoolMapping {

    static final String PROVIDER_NAME = "ProviderName";
    static final String CLIENT_ID = "ClientId";
    static final String TOKEN_CHECK = "ServerSideTokenCheck";

    private PoolMapping() {}

    static StoredPool pool(ComponentModel component, String region) {
        return new StoredPool(PoolId.of(region, component.getId()), settings(component));
    }

    static ComponentModel component(PoolSettings settings) {
        ComponentModel component = new ComponentModel();
        component.setProviderType(RealmPools.TYPE);
        component.setProviderId(IdentityPoolProviderFactory.ID);
        write(component, settings);
        return component;
    }

    /** Changes the component so that it holds these settings; whatever else it holds stays. */
    static void write(ComponentModel component, PoolSettings settings) {
        component.setName(settings.name());
        new ComponentSettings(component)
                .put(PoolComponent.GUESTS, settings.guests())
                .put(PoolComponent.CLASSIC_FLOW, settings.classicFlow().orElse(null))
                .put(PoolProviders.PUBLIC, ComponentJson.of(settings.supportedLoginProviders()))
                .put(PoolProviders.DEVELOPER, settings.developerProviderName().orElse(null))
                .put(PoolProviders.OPENID, PoolProviders.inOrder(settings.openIdConnectProviderArns()))
                .put(PoolProviders.REALM_USERS, realmClients(settings.realmClients()))
                .put(PoolProviders.SAML, PoolProviders.inOrder(settings.samlProviderArns()))
                .put(PoolComponent.TAGS, ComponentJson.of(settings.tags().values()));
    }

    static PoolSettings settings(ComponentModel component) {
        return new PoolSettings(
                component.getName(),
                component.get(PoolComponent.GUESTS, false),
                Optional.ofNullable(component.get(PoolComponent.CLASSIC_FLOW)).map(Boolean::valueOf),
                strings(ComponentJson.read(component, PoolProviders.PUBLIC)),
                Optional.ofNullable(component.get(PoolProviders.DEVELOPER)),
                PoolProviders.arns(component, PoolProviders.OPENID),
                realmClients(ComponentJson.read(component, PoolProviders.REALM_USERS)),
                PoolProviders.arns(component, PoolProviders.SAML),
                PoolComponent.tags(component));
    }

    static Map<String, String> strings(JsonNode object) {
        Map<String, String> strings = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asText()));
        return strings;
    }

    private static String realmClients(List<RealmClient> clients) {
        return ComponentJson.of(clients.stream()
                .map(client -> {
                    Map<String, Object> members = new LinkedHashMap<>();
                    client.providerName().ifPresent(name -> members.put(PROVIDER_NAME, name));
                    client.clientId().ifPresent(id -> members.put(CLIENT_ID, id));
                    client.serverSideTokenCheck().ifPresent(check -> members.put(TOKEN_CHECK, check));
                    return members;
                })
                .toList());
    }

    private static List<RealmClient> realmClients(JsonNode list) {
        List<RealmClient> clients = new ArrayList<>();
        list.forEach(entry -> clients.add(new RealmClient(
                Optional.ofNullable(entry.path(PROVIDER_NAME).textValue()),
                Optional.ofNullable(entry.path(CLIENT_ID).textValue()),
                Optional.ofNullable(entry.get(TOKEN_CHECK)).map(JsonNode::asBoolean))));
        return clients;
    }
}
