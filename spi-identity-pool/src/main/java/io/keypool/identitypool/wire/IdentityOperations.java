package io.keypool.identitypool.wire;

import java.util.Map;
import java.util.function.BiFunction;

/** The operations on the identities of pools. */
final class IdentityOperations {

    static final Map<String, BiFunction<SignedDoors, JsonRequest, JsonAnswer>> ALL = Map.of(
            "ListIdentities",
            (doors, request) -> IdentityJson.of(doors.identities().list(IdentityReaders.list(request))),
            "DescribeIdentity",
            (doors, request) -> IdentityJson.of(doors.identities().describe(IdentityReaders.describe(request))),
            "DeleteIdentities",
            (doors, request) -> IdentityJson.of(doors.identities().delete(IdentityReaders.delete(request))));

    private IdentityOperations() {}
}
