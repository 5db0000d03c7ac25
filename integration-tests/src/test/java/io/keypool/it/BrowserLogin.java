package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A login to the realm {@code demo} as a browser does it: pages, forms, cookies and redirects. */
final class BrowserLogin {

    private static final String REDIRECT = "http://localhost:9/done";
    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final Keypool keypool;
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final CookieJar cookies = new CookieJar();

    private BrowserLogin(Keypool keypool) {
        this.keypool = keypool;
    }

    /** Signs in at the broker, with the user's name as the password. */
    static RealmTokens throughBroker(Keypool keypool, String broker, String user) {
        return new BrowserLogin(keypool).signIn(broker, user);
    }

    private RealmTokens signIn(String broker, String user) {
        URI start = keypool.url()
                .resolve("/realms/demo/protocol/openid-connect/auth?response_type=code&client_id=demo-app&scope=openid"
                        + "&kc_idp_hint=" + broker + "&redirect_uri=" + RawHttp.encode(REDIRECT));
        return tokens(signIn(follow(HttpRequest.newBuilder(start)), user));
    }

    private URI signIn(HttpResponse<String> page, String user) {
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        URI action = URI.create(form.group(1).replace("&amp;", "&"));
        HttpResponse<String> done = follow(HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(RawHttp.encode(Map.of("username", user, "password", user)))));
        return location(done);
    }

    /** The first answer that does not lead on within the server. */
    private HttpResponse<String> follow(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        while (answer.statusCode() / 100 == 3 && !location(answer).toString().startsWith(REDIRECT)) {
            answer = send(HttpRequest.newBuilder(location(answer)));
        }
        return answer;
    }

    private static URI location(HttpResponse<String> answer) {
        return answer.uri()
                .resolve(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body())));
    }

    private RealmTokens tokens(URI done) {
        Matcher code = CODE.matcher(done.toString());
        assertThat(code.find()).as(done.toString()).isTrue();
        return RealmTokens.request(
                keypool.url(),
                "demo",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "demo-app",
                        "code",
                        code.group(1),
                        "redirect_uri",
                        REDIRECT));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            URI address = request.build().uri();
            HttpResponse<String> answer = browser.send(
                    request.header("Cookie", cookies.header(address)).build(), HttpResponse.BodyHandlers.ofString());
            cookies.keep(answer.headers());
            return answer;
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
