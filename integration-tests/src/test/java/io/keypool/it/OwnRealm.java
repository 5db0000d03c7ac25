package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/** A realm that a test has for itself and takes away with it, and what an administrator does there. */
final class OwnRealm implements AutoCloseable {

    /** For a pool whose key is made fast. */
    static final Map<String, String> ES256 = Map.of("signatureAlgorithm", "ES256");

    private static final String POOL_TYPE = "io.keypool.identitypool.keycloak.IdentityPoolProvider";
    private static final String ROLE_TYPE = "io.keypool.sts.keycloak.IamRoleProvider";
    private static final String REGION = "us-east-1:";

    /** A realm that brings a key is not given RSA keys of its own, which take seconds to make. */
    private static final String KEY_TYPE = "org.keycloak.keys.KeyProvider";

    private static final Map<String, Object> CHEAP_KEY =
            Map.of("name", "hmac", "providerId", "hmac-generated", "config", Map.of("algorithm", List.of("HS512")));

    private final Keypool keypool;
    private final String name;
    private final Admin admin;
    private final CognitoIdentityClient cognito;

    private OwnRealm(Keypool keypool, String name) {
        this.keypool = keypool;
        this.name = name;
        this.admin = keypool.admin();
        this.cognito = CognitoIdentityClient.builder()
                .endpointOverride(identityPool())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    static OwnRealm create(Keypool keypool) {
        return create(keypool, "it-" + UUID.randomUUID().toString().substring(0, 8));
    }

    static OwnRealm create(Keypool keypool, String name) {
        return of(
                keypool,
                Admin.tree(Map.of("realm", name, "enabled", true, "components", Map.of(KEY_TYPE, List.of(CHEAP_KEY)))));
    }

    /** A realm that is made of a file. */
    static OwnRealm of(Keypool keypool, ObjectNode representation) {
        HttpResponse<String> created = keypool.admin().post("", representation);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return new OwnRealm(keypool, representation.get("realm").textValue());
    }

    String name() {
        return name;
    }

    URI identityPool() {
        return keypool.url().resolve("/realms/" + inPath() + "/identity-pool");
    }

    URI sts() {
        return keypool.url().resolve("/realms/" + inPath() + "/sts");
    }

    CognitoIdentityClient cognito() {
        return cognito;
    }

    /** A pool that takes guests unless the configuration says otherwise; its id. */
    String addPool(Map<String, String> config) {
        ObjectNode all = Admin.tree(Map.of("allowUnauthenticatedIdentities", "true"));
        config.forEach(all::put);
        return REGION + addComponent(POOL_TYPE, "identity-pool", "pool-" + UUID.randomUUID(), all);
    }

    /** The administrator's attempt to make a pool. */
    HttpResponse<String> tryToAddPool(Map<String, String> config) {
        return tryToAddComponent(POOL_TYPE, "identity-pool", "pool-" + UUID.randomUUID(), Admin.tree(config));
    }

    /** A pool of guests and of those who log in at the OpenID providers. */
    String addPool(List<String> openIdProviderArns) {
        return addPoolOf(Map.of("openIdConnectProviderArns", openIdProviderArns));
    }

    /** A pool of guests with those options, of any number of values each. */
    String addPoolOf(Map<String, List<String>> options) {
        Map<String, List<String>> config = new HashMap<>(options);
        config.put("allowUnauthenticatedIdentities", List.of("true"));
        config.put("signatureAlgorithm", List.of("ES256"));
        return REGION
                + Admin.idOf(admin.post(
                        "/" + inPath() + "/components",
                        Map.of(
                                "name",
                                "pool-" + UUID.randomUUID(),
                                "providerType",
                                POOL_TYPE,
                                "providerId",
                                "identity-pool",
                                "config",
                                config)));
    }

    /** An OpenID identity provider of the realm; the configuration says at least issuer, clientId and keys. */
    void addBroker(String alias, Map<String, String> config) {
        Map<String, String> all = new HashMap<>(Map.of(
                "authorizationUrl", "https://idp.example.com/auth",
                "tokenUrl", "https://idp.example.com/token",
                "clientSecret", "secret"));
        all.putAll(config);
        addBroker(alias, "oidc", all);
    }

    void addBroker(String alias, String providerId, Map<String, String> config) {
        HttpResponse<String> created = admin.post(
                "/" + inPath() + "/identity-provider/instances",
                Map.of("alias", alias, "providerId", providerId, "enabled", true, "config", config));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    }

    void disableBroker(String alias) {
        String path = "/" + inPath() + "/identity-provider/instances/" + alias;
        ObjectNode broker = (ObjectNode) Admin.parse(admin.get(path).body());
        HttpResponse<String> changed = admin.put(path, broker.put("enabled", false));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
    }

    void deleteBroker(String alias) {
        HttpResponse<String> deleted = admin.delete("/" + inPath() + "/identity-provider/instances/" + alias);
        assertThat(deleted.statusCode()).as(deleted.body()).isEqualTo(204);
    }

    /** A public client whose users give it their password. */
    void addClient(String clientId) {
        HttpResponse<String> created = admin.post(
                "/" + inPath() + "/clients",
                Map.of("clientId", clientId, "publicClient", true, "directAccessGrantsEnabled", true));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    }

    /** A confidential client with a service account, which STS knows as a user; its id. */
    String addUser(String clientId, String secret, Map<String, String> attributes) {
        HttpResponse<String> created = admin.post(
                "/" + inPath() + "/clients",
                Map.of(
                        "clientId", clientId,
                        "secret", secret,
                        "publicClient", false,
                        "serviceAccountsEnabled", true,
                        "attributes", attributes));
        return Admin.idOf(created);
    }

    /** As {@link #addUser}, from an export: the only way in for what Keycloak itself keeps about a client. */
    void importUser(String clientId, String secret, Map<String, String> attributes) {
        Map<String, Object> client = Map.of(
                "clientId", clientId,
                "secret", secret,
                "publicClient", false,
                "serviceAccountsEnabled", true,
                "attributes", attributes);
        HttpResponse<String> imported = admin.post(
                "/" + inPath() + "/partialImport", Map.of("ifResourceExists", "FAIL", "clients", List.of(client)));
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);
    }

    /** Changes a client; what the representation does not say stays. */
    void updateClient(String id, Map<String, ?> changes) {
        HttpResponse<String> changed = admin.put("/" + inPath() + "/clients/" + id, changes);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
    }

    /** Gives the service account of a client roles of {@code realm-management}. */
    void grant(String id, String... managementRoles) {
        String account = Admin.parse(admin.get("/" + inPath() + "/clients/" + id + "/service-account-user")
                        .body())
                .get("id")
                .textValue();
        ManagementRoles.in(admin, name).grant(account, managementRoles);
    }

    /** Somebody who administrates this realm with those roles and no others. */
    Admin administrator(String... roles) {
        String clientId = "admin-" + UUID.randomUUID();
        String secret = "secret-0123456789";
        grant(addUser(clientId, secret, Map.of()), roles);
        Map<String, String> login =
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret);
        return new Admin(
                keypool.url(),
                () -> RealmTokens.request(keypool.url(), name, login).accessToken());
    }

    /** A role with one inline policy; its ARN. */
    String addRole(String roleName, String trustPolicy, String permissions) {
        addComponent(
                ROLE_TYPE,
                "iam-role",
                roleName,
                Admin.tree(Map.of("trustPolicy", trustPolicy, "inlinePolicies", "Permissions " + permissions)));
        return roleArn(roleName);
    }

    /** A managed policy; its ARN. */
    String addManagedPolicy(String policyName, String document) {
        addComponent(
                "io.keypool.sts.keycloak.IamPolicyProvider",
                "iam-policy",
                policyName,
                Admin.tree(Map.of("versions", "v1 " + document)));
        return "arn:aws:iam::000000000000:policy/" + policyName;
    }

    /** The events of the realm, the latest first. */
    JsonNode events() {
        return Admin.parse(admin.get("/" + inPath() + "/events").body());
    }

    /** What administrators did in the realm, the latest first. */
    JsonNode adminEvents() {
        return Admin.parse(admin.get("/" + inPath() + "/admin-events?max=1000").body());
    }

    /** The identity of who has those logins in a pool. */
    String identity(String poolId, Map<String, String> logins) {
        return cognito.getId(request -> request.identityPoolId(poolId).logins(logins))
                .identityId();
    }

    /** A role with that trust policy; its ARN. */
    String addRole(String roleName, String trustPolicy) {
        addComponent(ROLE_TYPE, "iam-role", roleName, Admin.tree(Map.of("trustPolicy", trustPolicy)));
        return roleArn(roleName);
    }

    /** The administrator's attempt to make a role. */
    HttpResponse<String> tryToAddRole(String roleName, Map<String, String> config) {
        return tryToAddComponent(ROLE_TYPE, "iam-role", roleName, Admin.tree(config));
    }

    static String roleArn(String roleName) {
        return "arn:aws:iam::000000000000:role/" + roleName;
    }

    /** The id of the new component. */
    String addComponent(String type, String providerId, String componentName, JsonNode config) {
        return Admin.idOf(tryToAddComponent(type, providerId, componentName, config));
    }

    private HttpResponse<String> tryToAddComponent(
            String type, String providerId, String componentName, JsonNode config) {
        ObjectNode component = Admin.tree(
                Map.of("name", componentName, "providerType", type, "providerId", providerId, "config", Map.of()));
        config.properties()
                .forEach(entry ->
                        setOption(component, entry.getKey(), entry.getValue().textValue()));
        return admin.post("/" + inPath() + "/components", component);
    }

    /** The components of that type, as the administrator sees them. */
    JsonNode components(String type) {
        return Admin.parse(
                admin.get("/" + inPath() + "/components?type=" + type).body());
    }

    /** One component, as the administrator sees it. */
    JsonNode component(String componentId) {
        return Admin.parse(
                admin.get("/" + inPath() + "/components/" + componentId).body());
    }

    /** Changes the realm itself; what the representation does not say stays. */
    void update(String representation) {
        HttpResponse<String> changed = admin.put("/" + inPath(), Admin.parse(representation));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
    }

    void configure(String componentId, Map<String, String> changes) {
        String path = "/" + inPath() + "/components/" + componentId;
        ObjectNode component = (ObjectNode) Admin.parse(admin.get(path).body());
        changes.forEach((option, value) -> setOption(component, option, value));
        HttpResponse<String> changed = admin.put(path, component);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
    }

    /** A pool, a role or a key, by the unique part of its id. */
    void deleteComponent(String componentId) {
        HttpResponse<String> deleted = admin.delete("/" + inPath() + "/components/" + componentId);
        assertThat(deleted.statusCode()).as(deleted.body()).isEqualTo(204);
    }

    void deleteRole(String roleArn) {
        String name = roleArn.substring(roleArn.lastIndexOf('/') + 1);
        components(ROLE_TYPE).forEach(role -> {
            if (role.get("name").textValue().equals(name)) {
                deleteComponent(role.get("id").textValue());
            }
        });
    }

    /** The component that the pool is. */
    static String componentOf(String poolId) {
        return poolId.substring(REGION.length());
    }

    String newGuest(String poolId) {
        return cognito.getId(request -> request.identityPoolId(poolId)).identityId();
    }

    String openIdToken(String identityId) {
        return cognito.getOpenIdToken(request -> request.identityId(identityId)).token();
    }

    Credentials credentials(String identityId) {
        return cognito.getCredentialsForIdentity(request -> request.identityId(identityId))
                .credentials();
    }

    /** As the pool wizard of AWS writes it for guests. */
    static String trustOfGuests(String poolId) {
        return """
            {"Version": "2012-10-17", "Statement": [{
              "Effect": "Allow",
              "Principal": {"Federated": "cognito-identity.amazonaws.com"},
              "Action": "sts:AssumeRoleWithWebIdentity",
              "Condition": {
                "StringEquals": {"cognito-identity.amazonaws.com:aud": "%s"},
                "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "unauthenticated"}}}]}
            """.formatted(poolId);
    }

    @Override
    public void close() {
        cognito.close();
        admin.delete("/" + inPath());
    }

    private String inPath() {
        return RawHttp.encode(name).replace("+", "%20");
    }

    private static void setOption(ObjectNode component, String option, String value) {
        ((ObjectNode) component.get("config")).putArray(option).add(value);
    }
}
