package io.keypool.identitypool.wire;

import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.ListIdentitiesRequest;
import io.keypool.identitypool.PoolId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the members of the operations on identities by the constraints of the service model. */
final class IdentityReaders {

    private static final int MAX_DELETED = 60;

    private IdentityReaders() {}

    static ListIdentitiesRequest list(JsonMembers members) {
        String pool = members.requiredText("IdentityPoolId", Shapes.ID);
        long maxResults = members.requiredNumber("MaxResults", 1, Pages.MOST_RESULTS);
        Optional<String> nextToken = members.text("NextToken", Pages.TOKEN);
        boolean hideDisabled = members.flag("HideDisabled").orElse(false);
        members.check();
        PoolId of = new PoolId(pool);
        return new ListIdentitiesRequest(
                of, nextToken.map(PageTokens.ofIdentities(of)::identity), Math.toIntExact(maxResults), hideDisabled);
    }

    static IdentityId describe(JsonMembers members) {
        String identity = members.requiredText("IdentityId", Shapes.ID);
        members.check();
        return new IdentityId(identity);
    }

    static Set<IdentityId> delete(JsonMembers members) {
        Optional<List<String>> given = members.texts("IdentityIdsToDelete", Shapes.ID);
        members.count("IdentityIdsToDelete", given.map(List::size), 1, MAX_DELETED);
        List<String> ids = members.required("IdentityIdsToDelete", given, List.of());
        members.check();
        Set<IdentityId> identities = new LinkedHashSet<>();
        ids.forEach(id -> identities.add(new IdentityId(id)));
        return identities;
    }
}
