package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.Subject;
import java.util.List;

/** A person as an administrator knows them. */
sealed interface Person {

    record Known(IdentityId identity) implements Person {}

    record Named(List<Subject> subjects) implements Person {

        public Named {
            subjects = List.copyOf(subjects);
        }
    }
}
