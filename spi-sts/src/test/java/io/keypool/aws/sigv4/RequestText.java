package io.keypool.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a request as the signing suite writes it: HTTP/1.1 with bare line feeds, folded headers and raw targets. */
final class RequestText {

    private RequestText() {}

    static SignedHttpRequest parse(String text) {
        int end = text.indexOf("\n\n");
        String head = text.substring(0, end).replace("\n ", "\u0000 ");
        String[] lines = head.split("\n");
        int targetStart = lines[0].indexOf(' ') + 1;
        String target = lines[0].substring(targetStart, lines[0].lastIndexOf(' '));
        int query = target.indexOf('?');
        return new SignedHttpRequest(
                lines[0].substring(0, targetStart - 1),
                query < 0 ? target : target.substring(0, query),
                query < 0 ? "" : target.substring(query + 1),
                headers(List.of(lines).subList(1, lines.length)),
                text.substring(end + 2).getBytes(UTF_8));
    }

    private static Map<String, List<String>> headers(List<String> lines) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).replace('\u0000', '\n'));
        }
        return headers;
    }
}
