package io.keypool.identitypool;

import java.util.Optional;

/** The identities of the realm, in the database. */
public interface Identities {

    /** One read. */
    Optional<Identity> find(IdentityId id);

    /** One insert, committed when the method returns. */
    void add(Identity identity);
}
