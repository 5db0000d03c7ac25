package io.keypool.identitypool.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keypool.aws.Page;
import io.keypool.aws.PageMarker;
import io.keypool.aws.Tags;
import io.keypool.identitypool.settings.PoolSettings;
import io.keypool.identitypool.settings.PoolSettings.RealmClient;
import io.keypool.identitypool.settings.PoolSummary;
import io.keypool.identitypool.settings.StoredPool;
import java.util.List;
import java.util.Map;

/** A pool as AWS answers it: members that were never set are absent, but for the tags. */
final class PoolJson {

    private PoolJson() {}

    static JsonAnswer of(Page<PoolSummary> pools) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        ArrayNode list = members.putArray("IdentityPools");
        pools.items()
                .forEach(pool -> list.addObject()
                        .put("IdentityPoolId", pool.id().value())
                        .put("IdentityPoolName", pool.name()));
        if (pools.isTruncated()) {
            members.put("NextToken", PageMarker.encode(pools.next()));
        }
        return JsonAnswer.of(members);
    }

    static JsonAnswer of(Tags tags) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.set("Tags", strings(tags.values()));
        return JsonAnswer.of(members);
    }

    static JsonAnswer of(StoredPool pool) {
        PoolSettings settings = pool.settings();
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("IdentityPoolId", pool.id().value());
        members.put("IdentityPoolName", settings.name());
        members.put("AllowUnauthenticatedIdentities", settings.guests());
        settings.classicFlow().ifPresent(allowed -> members.put("AllowClassicFlow", allowed));
        if (!settings.supportedLoginProviders().isEmpty()) {
            members.set("SupportedLoginProviders", strings(settings.supportedLoginProviders()));
        }
        settings.developerProviderName().ifPresent(name -> members.put("DeveloperProviderName", name));
        put(members, "OpenIdConnectProviderARNs", settings.openIdConnectProviderArns());
        if (!settings.realmClients().isEmpty()) {
            ArrayNode clients = members.putArray("CognitoIdentityProviders");
            settings.realmClients().forEach(client -> clients.add(realmClient(client)));
        }
        put(members, "SamlProviderARNs", settings.samlProviderArns());
        members.set("IdentityPoolTags", strings(settings.tags().values()));
        return JsonAnswer.of(members);
    }

    private static ObjectNode realmClient(RealmClient client) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        client.providerName().ifPresent(name -> members.put("ProviderName", name));
        client.clientId().ifPresent(id -> members.put("ClientId", id));
        client.serverSideTokenCheck().ifPresent(check -> members.put("ServerSideTokenCheck", check));
        return members;
    }

    private static void put(ObjectNode members, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = members.putArray(name);
            values.forEach(array::add);
        }
    }

    private static ObjectNode strings(Map<String, String> map) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        map.forEach(members::put);
        return members;
    }
}
