package io.keypool.identitypool.wire;

import java.util.Map;
import java.util.function.BiFunction;

/** The operations on pools themselves. */
final class PoolOperations {

    static final Map<String, BiFunction<SignedDoors, JsonMembers, JsonAnswer>> ALL = Map.of(
            "DescribeIdentityPool",
            (doors, members) -> PoolJson.of(doors.pools().describe(PoolReaders.describe(members))));

    private PoolOperations() {}
}
