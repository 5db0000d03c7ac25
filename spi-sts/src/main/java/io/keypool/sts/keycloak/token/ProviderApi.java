package io.keypool.sts.keycloak.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.utils.URIBuilder;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;

/**
 * Asks a public provider, with Keycloak's HTTP client and so through its proxies and trust store. Callers need no
 * credentials to make us ask: the bounds are ours, whatever those of the client are.
 *
 * <p>Parameters are secrets, and so is any address that has them: of a failure only its kind is told.
 */
public final class ProviderApi {

    private static final int TIMEOUT_MILLIS = 3_000;

    /** Of the whole call: the timeouts begin anew with each byte, and leave a proxy and TLS as long as they like. */
    private static final int DEADLINE_MILLIS = 5_000;

    /** The longest answer that is expected, a set of keys, has some thousand bytes. */
    private static final int MAX_BYTES = 256 * 1024;

    private static final RequestConfig BOUNDS = RequestConfig.custom()
            .setConnectionRequestTimeout(TIMEOUT_MILLIS)
            .setConnectTimeout(TIMEOUT_MILLIS)
            .setSocketTimeout(TIMEOUT_MILLIS)
            .build();

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final KeycloakSession session;

    public ProviderApi(KeycloakSession session) {
        this.session = session;
    }

    /** @param body a JSON object */
    record Answer(int status, JsonNode body) {

        boolean isOk() {
            return status == 200;
        }
    }

    /**
     * What the provider has to say about the question, be it an error.
     *
     * @throws Unproven when it says nothing that can be understood
     */
    Answer get(URI resource, Map<String, String> parameters) {
        HttpGet request = new HttpGet(address(resource, parameters));
        request.setConfig(BOUNDS);
        request.setHeader("Accept", "application/json");
        CompletableFuture<Boolean> done = abortLate(request);
        try (CloseableHttpResponse response =
                session.getProvider(HttpClientProvider.class).getHttpClient().execute(request)) {
            return answer(resource, response);
        } catch (IOException unreachable) {
            throw unavailable(resource, unreachable.getClass().getSimpleName());
        } finally {
            done.complete(true);
        }
    }

    /** @return to complete when there is nothing to abort any more */
    private static CompletableFuture<Boolean> abortLate(HttpGet request) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        CompletableFuture<Boolean> unused = done.orTimeout(DEADLINE_MILLIS, TimeUnit.MILLISECONDS)
                .whenComplete((inTime, late) -> {
                    if (late != null) {
                        request.abort();
                    }
                });
        return done;
    }

    private static URI address(URI resource, Map<String, String> parameters) {
        URIBuilder address = new URIBuilder(resource);
        parameters.forEach(address::addParameter);
        try {
            return address.build();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("an encoded parameter broke the address of " + resource);
        }
    }

    private static Answer answer(URI resource, CloseableHttpResponse response) throws IOException {
        int status = response.getStatusLine().getStatusCode();
        if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR || response.getEntity() == null) {
            throw unavailable(resource, "status " + status);
        }
        byte[] content = response.getEntity().getContent().readNBytes(MAX_BYTES + 1);
        if (content.length > MAX_BYTES) {
            throw unavailable(resource, "an answer of more than " + MAX_BYTES + " bytes");
        }
        JsonNode body = JsonSerialization.mapper.readTree(content);
        if (!body.isObject()) {
            throw unavailable(resource, "status " + status + " and no JSON object");
        }
        return new Answer(status, body);
    }

    static Unproven unavailable(URI resource, String why) {
        return new Unproven(new Reason.ProviderUnreachable()).because(resource + ": " + why);
    }
}
