package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Guests and users of the realm {@code demo} at two nodes. */
record GuestsAtNodes(TwoNodes nodes) {

    private static final int CALLS = 32;

    void tellOneIdentityOfOneUser() {
        try (RealmUser user = RealmUser.create(nodes.first(), "demo")) {
            List<String> identities = Parallel.all(Stream.iterate(0, i -> i + 1)
                    .limit(CALLS)
                    .map(i -> i % 2 == 0 ? nodes.first() : nodes.second())
                    .<Callable<String>>map(
                            node -> () -> JwtClaims.identity(PasswordLogin.fresh(node, "demo", user.name())))
                    .toList());

            assertThat(new HashSet<>(identities)).hasSize(1);
        }
    }

    void signInAtTheOther() {
        try (RealmUser user = RealmUser.create(nodes.first(), "demo")) {
            HttpBrowser browser = new HttpBrowser(nodes.first());
            RealmTokens guest = browser.signIn(Map.of()).asGuest().tokens();
            browser.goThrough(nodes.second());
            RealmTokens signedIn =
                    browser.signIn(Map.of("prompt", "login")).as(user.name()).tokens();
            browser.goThrough(nodes.first());

            assertThat(signedIn.subject()).isEqualTo(user.id());
            assertThat(JwtClaims.identity(signedIn)).isEqualTo("us-east-1:" + guest.subject());
            assertThat(browser.signIn(Map.of("prompt", "none")).tokens().subject())
                    .isEqualTo(user.id());
            for (Keypool node : List.of(nodes.first(), nodes.second())) {
                assertThat(refresh(node, guest)).isEqualTo(400);
            }
        }
    }

    private static int refresh(Keypool node, RealmTokens tokens) {
        return new RawHttp()
                .form(
                        node.url().resolve("/realms/demo/protocol/openid-connect/token"),
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "client_id",
                                "demo-app",
                                "refresh_token",
                                tokens.refreshToken()))
                .statusCode();
    }
}
