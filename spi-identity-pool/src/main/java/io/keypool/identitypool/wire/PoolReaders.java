package io.keypool.identitypool.wire;

import io.keypool.aws.Constraints;
import io.keypool.aws.PageMarker;
import io.keypool.aws.PageRequest;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.settings.PoolSettings;
import io.keypool.identitypool.settings.StoredPool;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the members of the operations on pools by the constraints of the service model. */
final class PoolReaders {

    private static final int MOST_RESULTS = 60;
    private static final Texts TOKEN = Texts.of(1, 65_535, "[\\S]+");

    private PoolReaders() {}

    static PoolId id(JsonRequest request) {
        String pool = request.string("IdentityPoolId");
        Constraints constraints = new Constraints();
        Readers.id(constraints, "identityPoolId", pool);
        Readers.enforce(constraints);
        return new PoolId(Readers.present(pool));
    }

    static PoolSettings create(JsonRequest request) {
        PoolMembers members = PoolMembers.of(request);
        Constraints constraints = new Constraints();
        members.check(constraints);
        Readers.enforce(constraints);
        return members.settings();
    }

    static StoredPool update(JsonRequest request) {
        String pool = request.string("IdentityPoolId");
        PoolMembers members = PoolMembers.of(request);
        Constraints constraints = new Constraints();
        Readers.id(constraints, "identityPoolId", pool);
        members.check(constraints);
        Readers.enforce(constraints);
        return new StoredPool(new PoolId(Readers.present(pool)), members.settings());
    }

    static PageRequest page(JsonRequest request) {
        Long results = request.number("MaxResults");
        String token = request.string("NextToken");
        Constraints constraints = new Constraints();
        constraints.required("maxResults", results).range("maxResults", results, 1, MOST_RESULTS);
        TOKEN.check(constraints, "nextToken", token);
        Readers.enforce(constraints);
        return new PageRequest(after(token), Readers.present(results).intValue());
    }

    /** Where the last page ended: a pool's id, whether or not the pool is still there. */
    private static String after(@Nullable String token) {
        if (token == null) {
            return "";
        }
        Optional<String> id =
                PageMarker.decode(token).filter(text -> PoolId.parse(text).isPresent());
        return id.orElseThrow(CognitoFault::invalidNextToken);
    }
}
