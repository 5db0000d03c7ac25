package io.keypool.sts;

import io.keypool.aws.Secret;
import java.util.List;
import java.util.Optional;

/** The users of the realm. */
public interface Users {

    /**
     * The user whose long-lived access key that is, and the secrets that are valid now: more than one in a rotation.
     */
    Optional<LongLivedKey> findByAccessKey(String accessKeyId);

    /** The user of that id, while it may sign. */
    Optional<User> byId(String id);

    /** A user's access key. */
    record LongLivedKey(User user, List<Secret> secrets) {
        public LongLivedKey {
            secrets = List.copyOf(secrets);
        }
    }
}
