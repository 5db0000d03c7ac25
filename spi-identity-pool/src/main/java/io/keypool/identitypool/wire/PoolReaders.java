package io.keypool.identitypool.wire;

import io.keypool.aws.PageRequest;
import io.keypool.aws.Shape;
import io.keypool.aws.Tags;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.settings.PoolSettings;
import io.keypool.identitypool.settings.PoolSettings.RealmClient;
import io.keypool.identitypool.settings.StoredPool;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the members of the operations on pools by the constraints of the service model. */
final class PoolReaders {

    private static final Shape NAME = Shape.of(1, 128, "[\\w\\s+=,.@-]+");
    static final Shape DEVELOPER_NAME = Shape.of(1, 128, "[\\w._-]+");
    private static final Shape APP_IDS = Shape.of(1, 128, "[\\w.;_/-]+");
    private static final Shape REALM = Shape.of(1, 128, "[\\w._:/-]+");
    private static final int MOST_PROVIDERS = 10;

    /** The model has letters, digits and underscores, as AWS makes client ids; those of a realm are given by people. */
    private static final Shape CLIENT_ID = Shape.of(1, 128, "[\\S]+");

    private PoolReaders() {}

    static PoolId id(JsonMembers members) {
        String pool = members.requiredText("IdentityPoolId", Shapes.ID);
        members.check();
        return new PoolId(pool);
    }

    static StoredPool update(JsonMembers members) {
        String pool = members.requiredText("IdentityPoolId", Shapes.ID);
        PoolSettings settings = settings(members);
        return new StoredPool(new PoolId(pool), settings);
    }

    static PageRequest page(JsonMembers members) {
        return Pages.read(members, id -> PoolId.parse(id).isPresent());
    }

    /** The last to be read: checks what was noted. */
    static PoolSettings settings(JsonMembers members) {
        Optional<Map<String, String>> tags = TagReaders.tags("IdentityPoolTags", members);
        return untagged(members).withTags(TagReaders.allowed(tags.orElse(Map.of())));
    }

    /** As {@link #settings}, without the tags. */
    static PoolSettings untagged(JsonMembers members) {
        PoolSettings untagged = new PoolSettings(
                members.requiredText("IdentityPoolName", NAME),
                members.requiredFlag("AllowUnauthenticatedIdentities"),
                members.flag("AllowClassicFlow"),
                publicProviders(members),
                members.text("DeveloperProviderName", DEVELOPER_NAME),
                members.texts("OpenIdConnectProviderARNs", Shape.ARN).orElse(List.of()),
                realmClients(members),
                members.texts("SamlProviderARNs", Shape.ARN).orElse(List.of()),
                Tags.NONE);
        members.check();
        return untagged;
    }

    private static Map<String, String> publicProviders(JsonMembers members) {
        Optional<Map<String, String>> providers =
                members.textMap("SupportedLoginProviders", Shapes.PROVIDER_NAME, APP_IDS);
        members.count("SupportedLoginProviders", providers.map(Map::size), 0, MOST_PROVIDERS);
        return providers.orElse(Map.of());
    }

    private static List<RealmClient> realmClients(JsonMembers members) {
        return members.structures("CognitoIdentityProviders").orElse(List.of()).stream()
                .map(client -> new RealmClient(
                        client.text("ProviderName", REALM),
                        client.text("ClientId", CLIENT_ID),
                        client.flag("ServerSideTokenCheck")))
                .toList();
    }
}
