package io.keypool.sts;

import io.keypool.aws.Arn;
import java.util.Optional;

/** The roles of the realm; answered from memory. */
public interface Roles {

    /** The role of that ARN, with its path; nothing for another account's. */
    Optional<Role> find(Arn arn);

    /** The role of that id, whatever it is called by now. */
    Optional<Role> byId(String id);
}
