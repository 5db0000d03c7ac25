package io.keypool.identitypool.wire;

import java.util.Map;
import java.util.function.BiFunction;

/** The operations on pools themselves. */
final class PoolOperations {

    static final Map<String, BiFunction<SignedDoors, JsonMembers, JsonAnswer>> ALL = Map.of(
            "CreateIdentityPool",
            (doors, members) -> PoolJson.of(doors.pools().create(PoolReaders.settings(members))),
            "DescribeIdentityPool",
            (doors, members) -> PoolJson.of(doors.pools().describe(PoolReaders.id(members))),
            "UpdateIdentityPool",
            (doors, members) -> PoolJson.of(doors.pools().update(PoolReaders.update(members))),
            "DeleteIdentityPool",
            (doors, members) -> {
                doors.pools().delete(PoolReaders.id(members));
                return JsonAnswer.silence();
            },
            "ListIdentityPools",
            (doors, members) -> PoolJson.of(doors.pools().list(PoolReaders.page(members))),
            "TagResource",
            (doors, members) -> {
                TagReaders.Tagged tagged = TagReaders.tag(members);
                doors.pools().tag(tagged.resource(), tagged.tags());
                return JsonAnswer.noMembers();
            },
            "UntagResource",
            (doors, members) -> {
                TagReaders.Untagged untagged = TagReaders.untag(members);
                doors.pools().untag(untagged.resource(), untagged.keys());
                return JsonAnswer.noMembers();
            },
            "ListTagsForResource",
            (doors, members) -> PoolJson.of(doors.pools().tags(TagReaders.resource(members))));

    private PoolOperations() {}
}
