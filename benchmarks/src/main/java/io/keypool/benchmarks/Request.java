package io.keypool.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP request, made once and sent many times. Header names are lower case, as signatures want them. */
record Request(String method, String path, Map<String, String> headers, String body) {

    static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    Request {
        headers = Map.copyOf(headers);
    }

    static Request get(URI server, String path) {
        return new Request("GET", path, Map.of("host", server.getAuthority()), "");
    }

    static Request post(URI server, String path, String contentType, String body) {
        return new Request("POST", path, Map.of("host", server.getAuthority(), "content-type", contentType), body);
    }

    Request with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(method, path, more, body);
    }

    byte[] bytes() {
        byte[] content = body.getBytes(UTF_8);
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("accept: */*\r\n");
        if (content.length > 0) {
            head.append("content-length: " + content.length + "\r\n");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }
}
