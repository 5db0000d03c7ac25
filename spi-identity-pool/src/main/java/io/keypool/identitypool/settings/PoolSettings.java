package io.keypool.identitypool.settings;

import io.keypool.aws.Tags;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody set for a pool, as AWS's API has it. What was never set is absent or empty, so that it is told as such.
 *
 * @param name 1 to 128 characters
 * @param guests whether the pool gives identities to those who prove nothing
 * @param classicFlow whether it issues OpenID tokens to exchange at STS; allowed when never set
 * @param supportedLoginProviders app ids of public providers, by the provider's name; several are separated by
 *     semicolons
 * @param developerProviderName under which a backend vouches for its own users; set once
 * @param openIdConnectProviderArns in their order
 * @param realmClients whose ID tokens of a realm are taken; AWS calls them Cognito identity providers
 * @param samlProviderArns in their order
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html">AWS</a>
 */
public record PoolSettings(
        String name,
        boolean guests,
        Optional<Boolean> classicFlow,
        Map<String, String> supportedLoginProviders,
        Optional<String> developerProviderName,
        List<String> openIdConnectProviderArns,
        List<RealmClient> realmClients,
        List<String> samlProviderArns,
        Tags tags) {

    public PoolSettings {
        supportedLoginProviders = Collections.unmodifiableMap(new LinkedHashMap<>(supportedLoginProviders));
        openIdConnectProviderArns = List.copyOf(openIdConnectProviderArns);
        realmClients = List.copyOf(realmClients);
        samlProviderArns = List.copyOf(samlProviderArns);
    }

    public PoolSettings withTags(Tags newTags) {
        return new PoolSettings(
                name,
                guests,
                classicFlow,
                supportedLoginProviders,
                developerProviderName,
                openIdConnectProviderArns,
                realmClients,
                samlProviderArns,
                newTags);
    }

    PoolSettings withDeveloperProviderName(Optional<String> newName) {
        return new PoolSettings(
                name,
                guests,
                classicFlow,
                supportedLoginProviders,
                newName,
                openIdConnectProviderArns,
                realmClients,
                samlProviderArns,
                tags);
    }

    /**
     * A client whose ID tokens are taken.
     *
     * @param providerName the realm's issuer without its scheme
     * @param serverSideTokenCheck whether the session that a token comes from must still be alive
     */
    public record RealmClient(
            Optional<String> providerName, Optional<String> clientId, Optional<Boolean> serverSideTokenCheck) {}
}
