package io.keypool.it;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.SdkHttpRequest;

/** A signed request that may be changed before it is sent. */
record SignedCall(SdkHttpRequest request, String body) {

    /** The HTTP client sets them itself, to what was signed. */
    private static final Set<String> SET_BY_CLIENT = caseInsensitive("Host", "Content-Length");

    String header(String name) {
        return request.firstMatchingHeader(name).orElseThrow();
    }

    SignedCall with(String header, String value) {
        return new SignedCall(request.copy(changed -> changed.putHeader(header, value)), body);
    }

    /** With another value of a header that it has. */
    SignedCall with(String header, UnaryOperator<String> change) {
        return with(header, change.apply(header(header)));
    }

    SignedCall without(String header) {
        return new SignedCall(request.copy(changed -> changed.removeHeader(header)), body);
    }

    SignedCall withParameter(String name, String value) {
        return new SignedCall(request.copy(changed -> changed.putRawQueryParameter(name, value)), body);
    }

    SignedCall withBody(String other) {
        return new SignedCall(request, other);
    }

    /** To another path than the one that was signed. */
    SignedCall to(URI address) {
        return new SignedCall(request.copy(changed -> changed.encodedPath(address.getRawPath())), body);
    }

    /** At another server than the one that was signed for. */
    SignedCall at(URI server) {
        return new SignedCall(
                request.copy(changed -> changed.protocol(server.getScheme())
                        .host(server.getHost())
                        .port(server.getPort())),
                body);
    }

    HttpResponse<String> send(RawHttp http) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.getUri());
        request.forEachHeader((name, values) -> {
            if (!SET_BY_CLIENT.contains(name)) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return http.send(builder.method(request.method().name(), BodyPublishers.ofString(body)));
    }

    private static Set<String> caseInsensitive(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
