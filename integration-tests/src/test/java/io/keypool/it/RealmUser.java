package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A user whom a test has for itself; the password is the name. */
final class RealmUser implements AutoCloseable {

    private final Keypool keypool;
    private final Admin admin;
    private final String realm;
    private final String name;
    private final String id;

    private RealmUser(Keypool keypool, Admin admin, String realm, String name, String id) {
        this.keypool = keypool;
        this.admin = admin;
        this.realm = realm;
        this.name = name;
        this.id = id;
    }

    static RealmUser create(Keypool keypool, String realm) {
        return create(keypool, realm, "user-" + UUID.randomUUID());
    }

    static RealmUser create(Keypool keypool, String realm, String name) {
        Admin admin = keypool.admin();
        HttpResponse<String> created = admin.post(
                "/" + realm + "/users",
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "email",
                        name + "@example.com",
                        "emailVerified",
                        true,
                        "firstName",
                        "Una",
                        "lastName",
                        "User",
                        "credentials",
                        List.of(Map.of("type", "password", "value", name))));
        return new RealmUser(keypool, admin, realm, name, Admin.idOf(created));
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    RealmTokens signIn() {
        return PasswordLogin.fresh(keypool, realm, name);
    }

    Map<String, String> logins() {
        return signIn().logins();
    }

    /** As an administrator links a user to somebody at a broker. */
    void linkTo(String alias, RealmUser there) {
        linkTo(alias, there.id, there.name);
    }

    void linkTo(String alias, String userId, String userName) {
        assertNoContent(
                admin.post(path() + "/federated-identity/" + alias, Map.of("userId", userId, "userName", userName)));
    }

    void unlinkFrom(String alias) {
        assertNoContent(admin.delete(path() + "/federated-identity/" + alias));
    }

    void disable() {
        assertNoContent(admin.put(path(), Map.of("enabled", false)));
    }

    void logOut() {
        assertNoContent(admin.post(path() + "/logout", Map.of()));
    }

    void delete() {
        assertNoContent(admin.delete(path()));
    }

    /** Whether or not the test has deleted the user. */
    @Override
    public void close() {
        admin.delete(path());
    }

    private String path() {
        return "/" + realm + "/users/" + id;
    }

    private static void assertNoContent(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }
}
