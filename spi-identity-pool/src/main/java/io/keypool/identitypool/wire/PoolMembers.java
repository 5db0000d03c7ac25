package io.keypool.identitypool.wire;

import io.keypool.aws.Constraints;
import io.keypool.aws.Tags;
import io.keypool.identitypool.settings.PoolSettings;
import io.keypool.identitypool.settings.PoolSettings.RealmClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What CreateIdentityPool and UpdateIdentityPool say of a pool, as it was sent. */
record PoolMembers(
        @Nullable String name,
        @Nullable Boolean guests,
        @Nullable Boolean classicFlow,
        @Nullable Map<String, String> publicProviders,
        @Nullable String developerProvider,
        @Nullable List<String> openIdProviders,
        List<RealmClient> realmClients,
        @Nullable List<String> samlProviders,
        @Nullable Map<String, String> tags) {

    private static final Texts NAME = Texts.of(1, 128, "[\\w\\s+=,.@-]+");
    private static final Texts DEVELOPER_NAME = Texts.of(1, 128, "[\\w._-]+");
    private static final Texts PROVIDER = Texts.of(1, 128);
    private static final Texts PROVIDER_ID = Texts.of(1, 128, "[\\w.;_/-]+");
    private static final Texts REALM = Texts.of(1, 128, "[\\w._:/-]+");
    /** The model has {@code [\\w_]+}, what AWS gives its clients; those of a realm are given by people. */
    private static final Texts CLIENT = Texts.of(1, 128, "[\\w.:/@+-]+");

    private static final Texts ARN = Texts.of(20, 2048);
    private static final int MOST_PROVIDERS = 10;

    static PoolMembers of(JsonRequest request) {
        return new PoolMembers(
                request.string("IdentityPoolName"),
                request.bool("AllowUnauthenticatedIdentities"),
                request.bool("AllowClassicFlow"),
                request.stringMap("SupportedLoginProviders"),
                request.string("DeveloperProviderName"),
                request.stringList("OpenIdConnectProviderARNs"),
                realmClients(request.structures("CognitoIdentityProviders")),
                request.stringList("SamlProviderARNs"),
                request.stringMap("IdentityPoolTags"));
    }

    private static List<RealmClient> realmClients(@Nullable List<JsonRequest> structures) {
        return structures == null
                ? List.of()
                : structures.stream()
                        .map(client -> new RealmClient(
                                Optional.ofNullable(client.string("ProviderName")),
                                Optional.ofNullable(client.string("ClientId")),
                                Optional.ofNullable(client.bool("ServerSideTokenCheck"))))
                        .toList();
    }

    void check(Constraints constraints) {
        constraints.required("identityPoolName", name);
        NAME.check(constraints, "identityPoolName", name);
        constraints.required("allowUnauthenticatedIdentities", guests);
        Readers.atMost(constraints, "supportedLoginProviders", publicProviders, MOST_PROVIDERS);
        PROVIDER.checkKeys(constraints, "supportedLoginProviders", publicProviders);
        PROVIDER_ID.checkValues(constraints, "supportedLoginProviders", publicProviders);
        DEVELOPER_NAME.check(constraints, "developerProviderName", developerProvider);
        ARN.checkEach(constraints, "openIdConnectProviderARNs", openIdProviders);
        for (int i = 0; i < realmClients.size(); i++) {
            check(constraints, "cognitoIdentityProviders." + (i + 1) + ".member.", realmClients.get(i));
        }
        ARN.checkEach(constraints, "samlProviderARNs", samlProviders);
        TagReaders.check(constraints, "identityPoolTags", tags);
    }

    private static void check(Constraints constraints, String path, RealmClient client) {
        REALM.check(constraints, path + "providerName", client.providerName().orElse(null));
        CLIENT.check(constraints, path + "clientId", client.clientId().orElse(null));
    }

    /** After {@link #check}. */
    PoolSettings settings() {
        return new PoolSettings(
                Readers.present(name),
                Readers.present(guests),
                Optional.ofNullable(classicFlow),
                publicProviders == null ? Map.of() : publicProviders,
                Optional.ofNullable(developerProvider),
                openIdProviders == null ? List.of() : openIdProviders,
                realmClients,
                samlProviders == null ? List.of() : samlProviders,
                tags == null ? Tags.NONE : TagReaders.tags(tags));
    }
}
