package io.keypool.it;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A login to one of the fixture realms {@code demo}, {@code social} and {@code social2} with a password, which is the
 * user's name, by the client {@code demo-app} or {@code demo-broker}.
 */
final class PasswordLogin {

    /** To check a password costs a server most of a second: tests share what a fixture user was issued lately. */
    private static final Map<String, Recent> RECENT = new ConcurrentHashMap<>();

    private static final Duration REUSE = Duration.ofMinutes(2);

    private PasswordLogin() {}

    private record Recent(RealmTokens tokens, Instant issued) {

        boolean isOver() {
            return Duration.between(issued, Instant.now()).compareTo(REUSE) > 0;
        }
    }

    static RealmTokens of(Keypool keypool, String realm, String user) {
        return RECENT.compute(
                        keypool.url() + "/" + realm + "/" + user,
                        (key, recent) -> recent == null || recent.isOver()
                                ? new Recent(fresh(keypool, realm, user), Instant.now())
                                : recent)
                .tokens();
    }

    static RealmTokens fresh(Keypool keypool, String realm, String user) {
        Map<String, String> form =
                new HashMap<>(Map.of("grant_type", "password", "username", user, "password", user, "scope", "openid"));
        form.putAll(client(realm));
        return RealmTokens.request(keypool.url(), realm, form);
    }

    private static Map<String, String> client(String realm) {
        return realm.equals("demo")
                ? Map.of("client_id", "demo-app")
                : Map.of("client_id", "demo-broker", "client_secret", "demo-broker-secret-0123456789");
    }

    /** The key of {@code Logins}: the issuer without its scheme. */
    static String provider(Keypool keypool, String realm) {
        return keypool.url().getAuthority() + "/realms/" + realm;
    }
}
