package io.keypool.identitypool.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.keypool.aws.Arn;
import io.keypool.identitypool.LoginProvider;
import io.keypool.identitypool.LoginProvider.OpenIdProvider;
import io.keypool.identitypool.LoginProvider.PublicProvider;
import io.keypool.identitypool.LoginProvider.RealmClient;
import io.keypool.identitypool.LoginProvider.RealmUsers;
import io.keypool.identitypool.LoginProvider.SamlProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.keycloak.component.ComponentModel;

/**
 * The providers of a pool in its component: what is structured at AWS is the same JSON here; of ARNs one is a value,
 * and several are one JSON list.
 *
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html">
 *     CreateIdentityPool</a>
 */
final class PoolProviders {

    static final String PUBLIC = "supportedLoginProviders";
    static final String REALM_USERS = "cognitoIdentityProviders";
    static final String OPENID = "openIdConnectProviderArns";
    static final String OPENID_APPS = "openIdConnectAppIds";
    static final String SAML = "samlProviderArns";
    static final String DEVELOPER = "developerProviderName";

    /** Cognito API, DeveloperProviderName. */
    private static final Pattern DEVELOPER_NAME = Pattern.compile("[\\w._-]{1,128}");

    private static final Pattern PROVIDER_NAME = Pattern.compile("[\\w._:/-]{1,128}");

    private final ComponentModel component;
    private final Map<String, LoginProvider> byName = new LinkedHashMap<>();

    private PoolProviders(ComponentModel component) {
        this.component = component;
    }

    /** @throws IllegalArgumentException when the configuration is none, with what is wrong with it */
    static Map<String, LoginProvider> of(ComponentModel component) {
        PoolProviders providers = new PoolProviders(component);
        providers.readPublic();
        providers.readRealmUsers();
        providers.readOpenId();
        providers.readSaml();
        return providers.byName;
    }

    static void checkDeveloperName(String name) {
        if (!DEVELOPER_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(DEVELOPER + " has 1 to 128 letters, digits and ._-");
        }
    }

    private void readPublic() {
        json(PUBLIC).properties().forEach(entry -> {
            if (!PublicProvider.NAMES.contains(entry.getKey())) {
                throw new IllegalArgumentException(PUBLIC + " names one that is not of " + PublicProvider.NAMES);
            }
            add(new PublicProvider(entry.getKey(), appIds(PUBLIC, entry.getValue())));
        });
    }

    private void readRealmUsers() {
        Map<String, Map<String, RealmClient>> clients = new LinkedHashMap<>();
        for (JsonNode entry : json(REALM_USERS)) {
            String name = entry.path(PoolMapping.PROVIDER_NAME).asText();
            String clientId = entry.path(PoolMapping.CLIENT_ID).asText();
            if (!PROVIDER_NAME.matcher(name).matches() || clientId.isEmpty()) {
                throw new IllegalArgumentException(
                        REALM_USERS + " is a list of {\"ProviderName\", \"ClientId\", \"ServerSideTokenCheck\"}");
            }
            boolean check = entry.path(PoolMapping.TOKEN_CHECK).asBoolean();
            RealmClient other =
                    clients.computeIfAbsent(name, any -> new HashMap<>()).put(clientId, new RealmClient(check));
            if (other != null) {
                throw new IllegalArgumentException(REALM_USERS + " names a client twice");
            }
        }
        clients.forEach((name, of) -> add(new RealmUsers(name, of)));
    }

    private void readOpenId() {
        JsonNode apps = json(OPENID_APPS);
        for (String value : arns(component, OPENID)) {
            add(new OpenIdProvider(arn(OPENID, value, Arn.OIDC_PROVIDER), appIds(OPENID_APPS, apps.path(value))));
        }
    }

    private void readSaml() {
        arns(component, SAML).forEach(value -> add(new SamlProvider(arn(SAML, value, Arn.SAML_PROVIDER))));
    }

    private void add(LoginProvider provider) {
        if (byName.put(provider.name(), provider) != null) {
            throw new IllegalArgumentException("Two providers are named " + provider.name());
        }
    }

    /**
     * One JSON list keeps its order; values of their own come out of the database in any, and are sorted.
     *
     * @throws IllegalArgumentException for what looks like a JSON list and is none
     */
    static List<String> arns(ComponentModel component, String key) {
        List<String> values = component.getConfig().getOrDefault(key, List.of());
        if (values.size() != 1 || !values.get(0).startsWith("[")) {
            return values.stream().sorted().toList();
        }
        List<String> arns = new ArrayList<>();
        ComponentJson.read(component, key).forEach(arn -> arns.add(arn.asText()));
        return arns;
    }

    /** As {@link #arns} reads them. */
    static List<String> inOrder(List<String> arns) {
        return arns.size() < 2 ? arns : List.of(ComponentJson.of(arns));
    }

    private JsonNode json(String key) {
        return ComponentJson.read(component, key);
    }

    /** A list, or as AWS writes several into one value: separated by semicolons. */
    private static Set<String> appIds(String key, JsonNode node) {
        List<String> ids = new ArrayList<>();
        if (node.isTextual()) {
            ids.addAll(List.of(node.textValue().split(";", -1)));
        }
        node.elements().forEachRemaining(id -> ids.add(id.asText()));
        Set<String> distinct = new HashSet<>(ids);
        if (distinct.contains("")) {
            throw new IllegalArgumentException(key + " has an app id that is empty");
        }
        return distinct;
    }

    private static Arn arn(String key, String value, String resource) {
        return Arn.parse(value)
                .filter(arn -> arn.service().equals("iam")
                        && arn.resource().startsWith(resource)
                        && arn.resource().length() > resource.length())
                .orElseThrow(
                        () -> new IllegalArgumentException(key + " has the ARN of an " + resource.replace('/', ' ')));
    }
}
