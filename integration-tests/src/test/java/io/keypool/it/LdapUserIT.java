package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users of the realm log in wherever they come from. Source: Keycloak Server Administration Guide, LDAP. */
@ExtendWith(KeypoolExtension.class)
final class LdapUserIT {

    private static final String CLIENT = "ldap-app";
    private static final String PEOPLE = "ou=people,dc=example,dc=org";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final InMemoryDirectoryServer directory;

    LdapUserIT(Keypool keypool) throws LDAPException, LDIFException {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("loopback", InetAddress.getLoopbackAddress(), 0, null));
        config.addAdditionalBindCredentials("cn=admin", "admin");
        config.setSchema(null);
        this.directory = new InMemoryDirectoryServer(config);
        directory.add("dn: dc=example,dc=org", "objectClass: domain", "dc: example");
        directory.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
        directory.add(
                "dn: uid=lena," + PEOPLE,
                "objectClass: inetOrgPerson",
                "uid: lena",
                "cn: Lena",
                "sn: Ldap",
                "mail: lena@example.com",
                "userPassword: lena");
        directory.startListening();
    }

    @AfterEach
    void close() {
        realm.close();
        directory.close();
    }

    @ParameterizedTest(name = "imported into the database: {0}")
    @ValueSource(booleans = {true, false})
    void aPersonOfADirectoryIsOneIdentity(boolean imported) {
        realm.addClient(CLIENT);
        realm.addComponent("org.keycloak.storage.UserStorageProvider", "ldap", "ldap", ldap(imported));
        String provider = keypool.url().getAuthority() + "/realms/" + realm.name();
        String pool = realm.addPool(Map.of(
                "cognitoIdentityProviders",
                "[{\"ProviderName\": \"" + provider + "\", \"ClientId\": \"" + CLIENT
                        + "\", \"ServerSideTokenCheck\": true}]"));

        String identity = realm.identity(pool, logins());

        assertThat(realm.identity(pool, logins())).isEqualTo(identity);
    }

    private Map<String, String> logins() {
        Map<String, String> form = Map.of(
                "grant_type",
                "password",
                "client_id",
                CLIENT,
                "username",
                "lena",
                "password",
                "lena",
                "scope",
                "openid");
        return RealmTokens.request(keypool.url(), realm.name(), form).logins();
    }

    private ObjectNode ldap(boolean imported) {
        Map<String, String> config = new HashMap<>(Map.of(
                "enabled", "true",
                "vendor", "other",
                "connectionUrl", "ldap://localhost:" + directory.getListenPort(),
                "bindDn", "cn=admin",
                "bindCredential", "admin",
                "authType", "simple",
                "usersDn", PEOPLE,
                "userObjectClasses", "inetOrgPerson",
                "editMode", "READ_ONLY",
                "importEnabled", Boolean.toString(imported)));
        List.of("usernameLDAPAttribute", "rdnLDAPAttribute").forEach(attribute -> config.put(attribute, "uid"));
        config.put("uuidLDAPAttribute", "entryUUID");
        return Admin.tree(config);
    }
}
