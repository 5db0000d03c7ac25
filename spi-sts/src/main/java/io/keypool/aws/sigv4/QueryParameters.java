package io.keypool.aws.sigv4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parameters of a query in arrival order, each decoded and encoded again the one way that AWS signs. */
record QueryParameters(List<Parameter> parameters) {

    /** A name and a value, both percent-encoded. */
    record Parameter(String name, String value) {
        static Parameter parse(String wellFormed) {
            int equals = wellFormed.indexOf('=');
            if (equals < 0) {
                return new Parameter(PercentEncoding.reencode(wellFormed), "");
            }
            return new Parameter(
                    PercentEncoding.reencode(wellFormed.substring(0, equals)),
                    PercentEncoding.reencode(wellFormed.substring(equals + 1)));
        }
    }

    QueryParameters {
        parameters = List.copyOf(parameters);
    }

    /**
     * Empty if a percent sign does not begin an escape. A {@code +} is a plus and becomes {@code %2B}: in AWS's rules a
     * space is only ever {@code %20}. Empty pieces, as in {@code a=1&&b=2}, are skipped.
     */
    static Optional<QueryParameters> parse(String rawQuery) {
        if (!PercentEncoding.isWellFormed(rawQuery)) {
            return Optional.empty();
        }
        List<Parameter> parameters = new ArrayList<>();
        for (String piece : rawQuery.split("&", -1)) {
            if (!piece.isEmpty()) {
                parameters.add(Parameter.parse(piece));
            }
        }
        return Optional.of(new QueryParameters(parameters));
    }

    /** The decoded values of a parameter whose name needs no encoding. */
    List<String> values(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(parameter -> PercentEncoding.decode(parameter.value()))
                .toList();
    }

    boolean has(String name) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    /** The first decoded value of a parameter, empty when it is missing. */
    String first(String name) {
        return values(name).stream().findFirst().orElse("");
    }

    /** The canonical query: sorted by name, then value, without the signature itself. */
    String canonical() {
        return parameters.stream()
                .filter(parameter -> !parameter.name().equals(PresignedQuery.SIGNATURE))
                .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(Collectors.joining("&"));
    }
}
