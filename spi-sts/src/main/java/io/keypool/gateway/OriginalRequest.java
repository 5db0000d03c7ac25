package io.keypool.gateway;

import io.keypool.aws.sigv4.RequestBody;
import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.sts.RequestFacts;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A request that a gateway asks about, as its client sent it to the gateway.
 *
 * @param headers by lower-case name, values in arrival order, {@code host} among them
 * @param body what of it the gateway passed on
 */
public record OriginalRequest(
        String method,
        RequestTarget target,
        Map<String, List<String>> headers,
        RequestBody body,
        ClientConnection client) {

    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");

    /** @throws IllegalArgumentException for a method that is no word in capitals, as all registered ones are */
    public OriginalRequest {
        if (!METHOD.matcher(method).matches()) {
            throw new IllegalArgumentException("a method is a word in capitals");
        }
        headers = Map.copyOf(headers);
    }

    boolean has(String lowerCaseHeader) {
        return headers.containsKey(lowerCaseHeader);
    }

    /** @param bodyIsHere whether the gateway passes bodies on, and what it passed is the body */
    SignedHttpRequest signed(boolean bodyIsHere) {
        return new SignedHttpRequest(
                method, target.rawPath(), target.rawQuery(), headers, bodyIsHere ? body : RequestBody.unavailable());
    }

    /** What policies may ask about the request. */
    public RequestFacts facts() {
        return new RequestFacts(
                client.address(),
                client.secure(),
                headers.getOrDefault("user-agent", List.of()).stream().findFirst());
    }

    /** Neither headers nor query: they carry tokens and signatures. */
    @Override
    public String toString() {
        return method + " " + target;
    }
}
