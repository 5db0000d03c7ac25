package io.keypool.identitypool;

import java.util.UUID;

/** Names a merge. */
public record MergeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
