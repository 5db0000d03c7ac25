package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser at the login pages of a realm, without a screen: pages, forms, cookies and redirects. */
final class HttpBrowser {

    private static final String REDIRECT = "http://localhost:9/done";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Pattern ERROR = Pattern.compile("[?&]error=([^&]+)");

    private final String realm;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final CookieJar cookies = new CookieJar();
    private Keypool keypool;

    HttpBrowser(Keypool keypool) {
        this(keypool, "demo");
    }

    HttpBrowser(Keypool keypool, String realm) {
        this.keypool = keypool;
        this.realm = realm;
    }

    /** From now on all requests go to that node, whatever address they are for. */
    void goThrough(Keypool node) {
        keypool = node;
    }

    /**
     * Where the app {@code demo-app} sends somebody to sign in, with further parameters; ends at a page, or back at the
     * app.
     */
    Page signIn(Map<String, String> parameters) {
        return signIn("demo-app", parameters);
    }

    Page signIn(String client, Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(
                Map.of("response_type", "code", "client_id", client, "scope", "openid", "redirect_uri", REDIRECT));
        all.putAll(parameters);
        return open(keypool.url().resolve("/realms/" + realm + "/protocol/openid-connect/auth?" + RawHttp.encode(all)));
    }

    Page open(URI address) {
        return page(HttpRequest.newBuilder(address));
    }

    private Page page(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        while (answer.statusCode() / 100 == 3) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            if (next.toString().startsWith(REDIRECT)) {
                return new Page(answer, next);
            }
            answer = send(HttpRequest.newBuilder(next));
        }
        return new Page(answer, answer.uri());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            URI asked = request.build().uri();
            URI address = keypool.url()
                    .resolve(asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery()));
            HttpResponse<String> answer = http.send(
                    request.uri(address)
                            .header("Cookie", cookies.header(address))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            cookies.keep(answer.headers());
            return answer;
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What the browser shows, or the app that it was led back to. */
    final class Page {

        private final HttpResponse<String> answer;
        private final URI address;

        private Page(HttpResponse<String> answer, URI address) {
            this.answer = answer;
            this.address = address;
        }

        String text() {
            return answer.body();
        }

        int status() {
            return answer.statusCode();
        }

        boolean offersGuests() {
            return form("identity-pool-guest-form").isPresent();
        }

        /** Presses "Continue as guest". */
        Page asGuest() {
            Matcher execution = Pattern.compile("name=\"authenticationExecution\" value=\"([^\"]+)\"")
                    .matcher(text());
            assertThat(execution.find()).as(text()).isTrue();
            return submit("identity-pool-guest-form", Map.of("authenticationExecution", execution.group(1)));
        }

        /** Signs in with the user's name as the password. */
        Page as(String user) {
            return submit("kc-form-login", Map.of("username", user, "password", user));
        }

        /** Registers somebody whose password is the name. */
        Page register(String user) {
            return submit(
                    "kc-register-form",
                    Map.of(
                            "username",
                            user,
                            "password",
                            user,
                            "password-confirm",
                            user,
                            "email",
                            user + "@example.com",
                            "firstName",
                            "Nora",
                            "lastName",
                            "New"));
        }

        /** Follows the link to another way in: a broker by its alias, or registration. */
        Page follow(String linkTo) {
            Matcher link =
                    Pattern.compile("href=\"([^\"]*" + linkTo + "[^\"]*)\"").matcher(text());
            assertThat(link.find()).as(text()).isTrue();
            return open(address.resolve(link.group(1).replace("&amp;", "&")));
        }

        Page submit(String formId, Map<String, String> fields) {
            String action = form(formId).orElseThrow(() -> new AssertionError(text()));
            return page(HttpRequest.newBuilder(address.resolve(action))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(RawHttp.encode(fields))));
        }

        private Optional<String> form(String id) {
            Matcher form = Pattern.compile("<form[^>]*id=\"" + id + "\"[^>]*action=\"([^\"]+)\"")
                    .matcher(text());
            return form.find() ? Optional.of(form.group(1).replace("&amp;", "&")) : Optional.empty();
        }

        /** The error that the app was told. */
        Optional<String> error() {
            Matcher error = ERROR.matcher(address.toString());
            return error.find() ? Optional.of(error.group(1)) : Optional.empty();
        }

        /** What the app gets for the code that it was led back with. */
        RealmTokens tokens() {
            return tokens("demo-app");
        }

        RealmTokens tokens(String client) {
            Matcher code = CODE.matcher(address.toString());
            assertThat(code.find()).as(address + "\n" + text()).isTrue();
            Map<String, String> form = Map.of(
                    "grant_type",
                    "authorization_code",
                    "client_id",
                    client,
                    "code",
                    code.group(1),
                    "redirect_uri",
                    REDIRECT);
            return RealmTokens.request(keypool.url(), realm, form);
        }
    }
}
