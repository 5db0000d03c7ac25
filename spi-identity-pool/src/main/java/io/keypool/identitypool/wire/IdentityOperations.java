package io.keypool.identitypool.wire;

import java.util.Map;
import java.util.function.BiFunction;

/** The operations on the identities of pools. */
final class IdentityOperations {

    static final Map<String, BiFunction<SignedDoors, JsonMembers, JsonAnswer>> ALL = Map.of(
            "ListIdentities",
            (doors, members) -> IdentityJson.of(doors.identities().list(IdentityReaders.list(members))),
            "DescribeIdentity",
            (doors, members) -> IdentityJson.of(doors.identities().describe(IdentityReaders.describe(members))),
            "DeleteIdentities",
            (doors, members) -> IdentityJson.of(doors.identities().delete(IdentityReaders.delete(members))));

    private IdentityOperations() {}
}
