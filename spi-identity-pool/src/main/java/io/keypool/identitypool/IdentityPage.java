package io.keypool.identitypool;

import java.util.List;
import java.util.Optional;

/**
 * Some of the identities that were looked for, the latest first.
 *
 * @param next the last of these, when there are more
 */
public record IdentityPage(List<IdentityDetails> identities, Optional<IdentityPosition> next) {

    public IdentityPage {
        identities = List.copyOf(identities);
    }

    /** @param found up to one more than the page holds */
    static IdentityPage of(List<IdentityDetails> found, int max) {
        if (found.size() <= max) {
            return new IdentityPage(found, Optional.empty());
        }
        return new IdentityPage(
                found.subList(0, max), Optional.of(found.get(max - 1).position()));
    }
}
