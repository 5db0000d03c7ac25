package io.keypool.aws;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the key that the next page comes after; empty for the last page
 */
public record Page<T>(List<T> items, String next) {

    public Page {
        items = List.copyOf(items);
    }

    public boolean isTruncated() {
        return !next.isEmpty();
    }

    /** By name, whatever the case; names are unique whatever the case. */
    public static <T> Page<T> byName(List<T> all, Function<T, String> name, PageRequest request) {
        return of(all, name, String.CASE_INSENSITIVE_ORDER, request);
    }

    /** A page begins behind the key of the last, be that still there or not: no item is told twice, or passed over. */
    public static <T> Page<T> of(List<T> all, Function<T, String> key, Comparator<String> order, PageRequest request) {
        List<T> rest = all.stream()
                .filter(item -> request.after().isEmpty() || order.compare(key.apply(item), request.after()) > 0)
                .sorted(Comparator.comparing(key, order))
                .toList();
        return begun(rest, key, request.maxItems());
    }

    /** The beginning of the rest of a list, of which at least one more item was read than the page holds. */
    public static <T> Page<T> begun(List<T> rest, Function<T, String> key, int maxItems) {
        if (rest.size() <= maxItems) {
            return new Page<>(rest, "");
        }
        List<T> items = rest.subList(0, maxItems);
        return new Page<>(items, key.apply(items.get(items.size() - 1)));
    }
}
