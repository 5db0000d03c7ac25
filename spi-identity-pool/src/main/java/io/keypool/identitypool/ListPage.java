package io.keypool.identitypool;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param last the last of these, when more follow
 */
record ListPage<T>(List<T> items, Optional<T> last) {

    /** @param found up to one more than the page holds */
    static <T> ListPage<T> of(List<T> found, int max) {
        if (found.size() <= max) {
            return new ListPage<>(found, Optional.empty());
        }
        return new ListPage<>(List.copyOf(found.subList(0, max)), Optional.of(found.get(max - 1)));
    }
}
