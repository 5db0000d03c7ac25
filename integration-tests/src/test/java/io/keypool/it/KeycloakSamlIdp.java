package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A realm that is the SAML identity provider of another one, and people who sign in there with a browser. */
final class KeycloakSamlIdp implements AutoCloseable {

    private static final String KEY_TYPE = "org.keycloak.keys.KeyProvider";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern RESPONSE = Pattern.compile("(?i)name=\"SAMLResponse\" value=\"([^\"]+)\"");

    private final Keypool keypool;
    private final OwnRealm realm;

    private KeycloakSamlIdp(Keypool keypool, OwnRealm realm) {
        this.keypool = keypool;
        this.realm = realm;
    }

    static KeycloakSamlIdp create(Keypool keypool) {
        KeycloakSamlIdp idp = new KeycloakSamlIdp(keypool, OwnRealm.create(keypool));
        addRsaKey(idp.realm, "rsa-generated", "RS256");
        return idp;
    }

    static void addRsaKey(OwnRealm realm, String kind, String algorithm) {
        realm.addComponent(KEY_TYPE, kind, kind, Admin.tree(Map.of("algorithm", algorithm)));
    }

    String entityId() {
        return keypool.url() + "/realms/" + realm.name();
    }

    String metadataUrl() {
        return entityId() + "/protocol/saml/descriptor";
    }

    /** A user whose name is their password. */
    void addUser(String name) {
        RealmUser.create(keypool, realm.name(), name);
    }

    /**
     * Knows another realm.
     *
     * @param name under which {@link #signIn} finds it
     * @param attributes of the client, for instance what is signed
     */
    void addClient(String name, String entityId, String endpoint, Map<String, String> attributes) {
        Map<String, String> all = new HashMap<>(Map.of(
                "saml_idp_initiated_sso_url_name", name,
                "saml_assertion_consumer_url_post", endpoint,
                "saml_name_id_format", "persistent",
                "saml_force_name_id_format", "true",
                "saml.signature.algorithm", "RSA_SHA256",
                "saml.client.signature", "false",
                "saml.authnstatement", "true",
                "saml.onetimeuse.condition", "true"));
        all.putAll(attributes);
        Admin.idOf(keypool.admin()
                .post(
                        "/" + realm.name() + "/clients",
                        Map.of("clientId", entityId, "protocol", "saml", "attributes", all)));
    }

    /** The response, in base64, that the browser of that user takes to the realm of that name. */
    String signIn(String user, String name) {
        HttpResponse<String> page = keypool.raw().get(URI.create(entityId() + "/protocol/saml/clients/" + name));
        String cookies = page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
        HttpResponse<String> answer = keypool.raw()
                .send(HttpRequest.newBuilder(URI.create(find(FORM, page)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookies)
                        .POST(BodyPublishers.ofString(RawHttp.encode(Map.of("username", user, "password", user)))));
        return find(RESPONSE, answer);
    }

    private static String find(Pattern pattern, HttpResponse<String> page) {
        Matcher matcher = pattern.matcher(page.body());
        assertThat(matcher.find()).as("%s: %s", page.statusCode(), page.body()).isTrue();
        return matcher.group(1).replace("&amp;", "&").replace("&#43;", "+").replace("&#61;", "=");
    }

    /** The certificate that others encrypt for the realm with. */
    static String encryptionCertificate(Keypool keypool, OwnRealm realm) {
        JsonNode keys = Admin.parse(
                        keypool.admin().get("/" + realm.name() + "/keys").body())
                .path("keys");
        for (JsonNode key : keys) {
            if (key.path("use").asText().equals("ENC") && key.has("certificate")) {
                return key.path("certificate").textValue();
            }
        }
        throw new AssertionError(keys);
    }

    @Override
    public void close() {
        realm.close();
    }
}
