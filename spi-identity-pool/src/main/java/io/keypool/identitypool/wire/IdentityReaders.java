package io.keypool.identitypool.wire;

import io.keypool.aws.Constraints;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.ListIdentitiesRequest;
import io.keypool.identitypool.PoolId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the members of the operations on identities by the constraints of the service model. */
final class IdentityReaders {

    static final int MAX_RESULTS = 60;

    private static final int MAX_DELETED = 60;
    private static final int MAX_NEXT_TOKEN = 65_535;
    private static final Pattern NEXT_TOKEN = Pattern.compile("[\\S]+");

    private IdentityReaders() {}

    static ListIdentitiesRequest list(JsonRequest request) {
        String pool = request.string("IdentityPoolId");
        Long maxResults = request.integer("MaxResults");
        String nextToken = request.string("NextToken");
        Boolean hideDisabled = request.bool("HideDisabled");
        Constraints constraints = new Constraints();
        Readers.id(constraints, "identityPoolId", pool);
        constraints.required("maxResults", maxResults);
        page(constraints, maxResults, nextToken);
        Readers.enforce(constraints);
        return new ListIdentitiesRequest(
                new PoolId(Readers.present(pool)),
                Readers.present(maxResults).intValue(),
                Optional.ofNullable(nextToken),
                Boolean.TRUE.equals(hideDisabled));
    }

    static void page(Constraints constraints, @Nullable Long maxResults, @Nullable String nextToken) {
        constraints
                .range("maxResults", maxResults, 1, MAX_RESULTS)
                .length("nextToken", nextToken, 1, MAX_NEXT_TOKEN)
                .pattern("nextToken", nextToken, NEXT_TOKEN);
    }

    static IdentityId describe(JsonRequest request) {
        String identity = request.string("IdentityId");
        Constraints constraints = new Constraints();
        Readers.id(constraints, "identityId", identity);
        Readers.enforce(constraints);
        return new IdentityId(Readers.present(identity));
    }

    static Set<IdentityId> delete(JsonRequest request) {
        List<String> ids = request.stringList("IdentityIdsToDelete");
        Constraints constraints = new Constraints();
        constraints.required("identityIdsToDelete", ids);
        if (ids != null) {
            checkIds(constraints, ids);
        }
        Readers.enforce(constraints);
        Set<IdentityId> identities = new LinkedHashSet<>();
        Readers.present(ids).forEach(id -> identities.add(new IdentityId(id)));
        return identities;
    }

    private static void checkIds(Constraints constraints, List<String> ids) {
        String member = "identityIdsToDelete";
        if (ids.isEmpty()) {
            constraints.violated(member, "Member must have length greater than or equal to 1");
        }
        if (ids.size() > MAX_DELETED) {
            constraints.violated(member, "Member must have length less than or equal to " + MAX_DELETED);
        }
        for (int i = 0; i < ids.size(); i++) {
            Readers.id(constraints, member + "." + (i + 1) + ".member", ids.get(i));
        }
    }
}
