package io.keypool.it;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What a page asks from now on, with the preflights, which only the browser's own protocol shows. */
final class PageTraffic {

    private final List<Response> answers = new ArrayList<>();
    private final List<String> preflights = new ArrayList<>();

    private PageTraffic() {}

    static PageTraffic of(Page page) {
        PageTraffic traffic = new PageTraffic();
        page.onResponse(traffic.answers::add);
        CDPSession protocol = page.context().newCDPSession(page);
        protocol.on("Network.requestWillBeSent", traffic::sent);
        protocol.send("Network.enable");
        return traffic;
    }

    private void sent(JsonObject event) {
        if (event.getAsJsonObject("initiator").get("type").getAsString().equals("preflight")) {
            preflights.add(event.getAsJsonObject("request").get("url").getAsString());
        }
    }

    /** Whether or not the SDK adds a slash to its endpoint. */
    List<Response> postsTo(URI endpoint) {
        return answers.stream()
                .filter(answer -> answer.request().method().equals("POST") && isAt(answer.url(), endpoint))
                .toList();
    }

    List<String> preflightsOf(URI endpoint) {
        return preflights.stream().filter(url -> isAt(url, endpoint)).toList();
    }

    private static boolean isAt(String url, URI endpoint) {
        return url.equals(endpoint.toString()) || url.equals(endpoint + "/");
    }
}
