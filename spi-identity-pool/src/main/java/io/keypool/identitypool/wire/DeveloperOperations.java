package io.keypool.identitypool.wire;

import java.util.Map;
import java.util.function.BiFunction;

/** The operations of backends that vouch for users of their own. */
final class DeveloperOperations {

    static final Map<String, BiFunction<SignedDoors, JsonRequest, JsonAnswer>> ALL = Map.of(
            "GetOpenIdTokenForDeveloperIdentity",
            (doors, request) ->
                    JsonAnswer.of(doors.developers().getOpenIdToken(DeveloperReaders.getOpenIdToken(request))),
            "LookupDeveloperIdentity",
            (doors, request) -> IdentityJson.of(doors.developers().lookup(DeveloperReaders.lookup(request))),
            "MergeDeveloperIdentities",
            (doors, request) -> JsonAnswer.of(doors.developers().merge(DeveloperReaders.merge(request))),
            "UnlinkDeveloperIdentity",
            (doors, request) -> {
                doors.developers().unlink(DeveloperReaders.unlink(request));
                return JsonAnswer.empty();
            });

    private DeveloperOperations() {}
}
