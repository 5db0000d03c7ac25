package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.LoginKey;
import io.keypool.identitypool.MergeRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A merge.
 *
 * @param identityId the identity that lives on
 * @param mergedIdentityId the one that went into it
 * @param merged when, in milliseconds of Unix time
 * @param cause the operation that did it
 * @param providers of the logins that went over
 * @param undone when it was undone, in milliseconds of Unix time
 */
public record MergeRepresentation(
        String id,
        String identityId,
        String mergedIdentityId,
        long merged,
        String cause,
        List<String> providers,
        @Nullable Long undone) {

    static MergeRepresentation of(MergeRecord merge) {
        return new MergeRepresentation(
                merge.id().toString(),
                merge.survivor().value(),
                merge.loser().value(),
                merge.merged().toEpochMilli(),
                merge.cause(),
                merge.moved().stream().map(LoginKey::provider).sorted().toList(),
                merge.undone().map(Instant::toEpochMilli).orElse(null));
    }
}
