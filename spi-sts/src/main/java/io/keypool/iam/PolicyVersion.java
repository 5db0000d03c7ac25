package io.keypool.iam;

import java.time.Instant;

/** A version of a managed policy, {@code v1}, {@code v2}, … */
public record PolicyVersion(String id, Instant createDate, String document) {

    int number() {
        return Integer.parseInt(id.substring(1));
    }
}
