package io.keypool.identitypool;

import java.util.List;

/** All that is held on a person under one of their ids. */
public record HeldRecord(IdentityDetails identity, List<MergeRecord> merges) {

    public HeldRecord {
        merges = List.copyOf(merges);
    }
}
