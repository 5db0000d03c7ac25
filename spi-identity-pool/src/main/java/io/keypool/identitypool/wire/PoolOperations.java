package io.keypool.identitypool.wire;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** The operations on pools themselves. */
final class PoolOperations {

    static final Map<String, BiFunction<SignedDoors, JsonRequest, JsonAnswer>> ALL = Map.of(
            "CreateIdentityPool",
            (doors, request) -> PoolJson.of(doors.pools().create(PoolReaders.create(request))),
            "DescribeIdentityPool",
            (doors, request) -> PoolJson.of(doors.pools().describe(PoolReaders.id(request))),
            "UpdateIdentityPool",
            (doors, request) -> PoolJson.of(doors.pools().update(PoolReaders.update(request))),
            "DeleteIdentityPool",
            silent((doors, request) -> doors.pools().delete(PoolReaders.id(request))),
            "ListIdentityPools",
            (doors, request) -> PoolJson.of(doors.pools().list(PoolReaders.page(request))),
            "TagResource",
            silent((doors, request) -> {
                TagReaders.Tagged tagged = TagReaders.tag(request);
                doors.pools().tag(tagged.resource(), tagged.tags());
            }),
            "UntagResource",
            silent((doors, request) -> {
                TagReaders.Untagged untagged = TagReaders.untag(request);
                doors.pools().untag(untagged.resource(), untagged.keys());
            }),
            "ListTagsForResource",
            (doors, request) -> PoolJson.of(doors.pools().tags(TagReaders.resource(request))));

    private PoolOperations() {}

    private static BiFunction<SignedDoors, JsonRequest, JsonAnswer> silent(
            BiConsumer<SignedDoors, JsonRequest> operation) {
        return (doors, request) -> {
            operation.accept(doors, request);
            return JsonAnswer.empty();
        };
    }
}
