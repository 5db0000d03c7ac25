package io.keypool.iam;

import io.keypool.aws.Arn;
import java.util.List;
import java.util.Optional;

/** Those with keys of their own. */
public interface Users {

    /** What the user's policies are; nothing for a user who does not exist. */
    Optional<List<NamedPolicy>> policies(Arn user);
}
