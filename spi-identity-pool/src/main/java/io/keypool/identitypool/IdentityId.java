package io.keypool.identitypool;

import java.util.UUID;

/** The id of an identity, {@code region:uuid}: what a person keeps on every device. */
public record IdentityId(String value) {

    public IdentityId {
        if (value.length() > PoolId.MAX_LENGTH || !PoolId.PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not an identity id");
        }
    }

    /** A new id in the region of its pool; 122 bits are random, so that nobody guesses an identity. */
    static IdentityId random(String region) {
        return new IdentityId(region + ":" + UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value;
    }
}
