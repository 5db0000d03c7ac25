package io.keypool.identitypool.wire;

import java.util.Map;
import java.util.function.BiFunction;

/** The operations of backends that vouch for users of their own. */
final class DeveloperOperations {

    static final Map<String, BiFunction<SignedDoors, JsonMembers, JsonAnswer>> ALL = Map.of(
            "GetOpenIdTokenForDeveloperIdentity",
            (doors, members) ->
                    JsonAnswer.of(doors.developers().getOpenIdToken(DeveloperReaders.getOpenIdToken(members))),
            "LookupDeveloperIdentity",
            (doors, members) -> IdentityJson.of(doors.developers().lookup(DeveloperReaders.lookup(members))),
            "MergeDeveloperIdentities",
            (doors, members) -> JsonAnswer.of(doors.developers().merge(DeveloperReaders.merge(members))),
            "UnlinkDeveloperIdentity",
            (doors, members) -> {
                doors.developers().unlink(DeveloperReaders.unlink(members));
                return JsonAnswer.silence();
            });

    private DeveloperOperations() {}
}
