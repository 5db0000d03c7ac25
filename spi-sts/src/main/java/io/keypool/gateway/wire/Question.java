package io.keypool.gateway.wire;

import io.keypool.aws.AwsFault;
import io.keypool.aws.sigv4.RequestBody;
import io.keypool.gateway.ApiGatewayFault;
import io.keypool.gateway.ClientConnection;
import io.keypool.gateway.OriginalRequest;
import io.keypool.gateway.RequestTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a gateway sends to ask about a request.
 *
 * @param address what follows {@code …/sts/authorize} in the path, not decoded
 * @param rawQuery not decoded; empty when there is none
 * @param headers by lower-case name, values in arrival order
 * @param body empty unless the gateway passes bodies on
 */
public record Question(
        String method, String address, String rawQuery, Map<String, List<String>> headers, RequestBody body) {

    /** Gateways drop or change {@code Content-Length}, which clients sign, when they do not pass on the body. */
    private static final String LENGTH = "x-original-content-length";

    private static final String PREFIX = "x-forwarded-prefix";

    /** What some gateways send for a header that they do not have. */
    private static final List<String> NOTHING = List.of("");

    public Question {
        headers = Map.copyOf(headers);
    }

    /**
     * The request that is asked about.
     *
     * @throws AwsFault when the gateway does not tell all that its kind has to tell, or tells of no possible request
     */
    public OriginalRequest original() {
        // A Keycloak that trusts the gateway as a proxy takes this for the beginning of the path, and it may be a
        // client's.
        if (headers.containsKey(PREFIX)) {
            throw ApiGatewayFault.denied("No request may have the header " + PREFIX + ".");
        }
        try {
            return Dialect.of(address).read(this);
        } catch (IllegalArgumentException impossible) {
            throw ApiGatewayFault.unreadable(String.valueOf(impossible.getMessage()));
        }
    }

    /** @throws AwsFault when the gateway does not send it exactly once */
    String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        if (values.size() != 1 || values.get(0).isEmpty()) {
            throw ApiGatewayFault.incompleteQuestion(name);
        }
        return values.get(0);
    }

    /** The last of a list of addresses: the one that the gateway itself saw, and did not only hear of. */
    String lastAddress(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            throw ApiGatewayFault.incompleteQuestion(name);
        }
        String list = values.get(values.size() - 1);
        return list.substring(list.lastIndexOf(',') + 1).strip();
    }

    /** Whether the client came by TLS. */
    boolean secure(String name) {
        return switch (header(name)) {
            case "https", "wss" -> true;
            case "http", "ws" -> false;
            default -> throw ApiGatewayFault.incompleteQuestion(name);
        };
    }

    OriginalRequest original(String originalMethod, RequestTarget target, ClientConnection client) {
        return new OriginalRequest(originalMethod, target, originalHeaders(target.host()), body, client);
    }

    private Map<String, List<String>> originalHeaders(String host) {
        Map<String, List<String>> original = new HashMap<>(headers);
        original.put("host", List.of(host));
        if (!carriesBody()) {
            original.remove("content-length");
        }
        List<String> length = original.remove(LENGTH);
        if (length != null && !length.equals(NOTHING)) {
            original.put("content-length", length);
        }
        return original;
    }

    private boolean carriesBody() {
        return body instanceof RequestBody.Present present && present.bytes().length > 0;
    }

    /** Headers and query carry tokens and signatures. */
    @Override
    public String toString() {
        return address;
    }
}
