package io.keypool.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The answer to a {@link WireRequest}.
 *
 * @param headers by name in lower case
 */
record WireAnswer(int status, Map<String, List<String>> headers, String body) {

    private static final String END_OF_HEAD = "\r\n\r\n";

    WireAnswer {
        headers = Map.copyOf(headers);
    }

    static WireAnswer parse(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        int end = text.indexOf(END_OF_HEAD);
        if (end < 0) {
            throw new AssertionError("no HTTP answer: " + text);
        }
        List<String> lines = text.substring(0, end).lines().toList();
        return new WireAnswer(
                Integer.parseInt(lines.get(0).split(" ", -1)[1]),
                lines.stream()
                        .skip(1)
                        .collect(Collectors.groupingBy(
                                line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                                Collectors.mapping(
                                        line -> line.substring(line.indexOf(':') + 1)
                                                .strip(),
                                        Collectors.toList()))),
                new String(Arrays.copyOfRange(bytes, end + END_OF_HEAD.length(), bytes.length), UTF_8));
    }

    /** The values of the header, in the order of its lines. */
    List<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
}
