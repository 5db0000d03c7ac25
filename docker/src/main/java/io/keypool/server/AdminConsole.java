package io.keypool.server;

import io.keypool.npm.Built;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The console of the demo server's first administrator, who is of the realm master, which no realm file makes. */
record AdminConsole(URI server) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    /** Switches the pages on, unless somebody has chosen a theme. What is said of them. */
    String announce(Built pages) throws IOException, InterruptedException {
        if (!pages.isThere()) {
            return "There are no pages in the admin console: " + pages.reasonOfAbsence();
        }
        Optional<String> token = token();
        if (token.isPresent()) {
            switchOn("Bearer " + token.get());
        }
        return "Identity pools in the admin console: " + server + "/admin/master/console/#/demo/identity-pools";
    }

    private void switchOn(String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder realm = HttpRequest.newBuilder(server.resolve("/admin/realms/master"))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json");
        if (!send(realm).contains("\"adminTheme\"")) {
            send(realm.PUT(BodyPublishers.ofString("{\"adminTheme\":\"keypool\"}")));
        }
    }

    /** Nothing where the password is another one by now. */
    private Optional<String> token() throws IOException, InterruptedException {
        Matcher answer = TOKEN.matcher(
                send(HttpRequest.newBuilder(server.resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=password&client_id=admin-cli&username=admin&password=admin"))));
        return answer.find() ? Optional.of(answer.group(1)) : Optional.empty();
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString()).body();
    }
}
