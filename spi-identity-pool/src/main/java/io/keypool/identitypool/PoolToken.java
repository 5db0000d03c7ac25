package io.keypool.identitypool;

import io.keypool.sts.SessionTags;
import java.util.List;

/**
 * What a verified token of a pool says.
 *
 * @param subject whom it was issued for
 */
public record PoolToken(IdentityId subject, List<String> amr, SessionTags tags) {

    public PoolToken {
        amr = List.copyOf(amr);
    }

    /** {@code amr} holds personal ids. */
    @Override
    public String toString() {
        return "PoolToken[" + subject + "]";
    }
}
