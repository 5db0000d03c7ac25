package io.keypool.it;

import java.util.Map;

/** Logins to the realm {@code demo} as a browser does them. */
final class BrowserLogin {

    private BrowserLogin() {}

    /** Signs in at the broker, with the user's name as the password. */
    static RealmTokens throughBroker(Keypool keypool, String broker, String user) {
        return new HttpBrowser(keypool)
                .signIn(Map.of("kc_idp_hint", broker))
                .as(user)
                .tokens();
    }
}
