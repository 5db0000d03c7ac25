package io.keypool.identitypool.keycloak.admin;

import io.keypool.aws.Secret;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.Subject;
import io.keypool.identitypool.keycloak.KnownPeople;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.services.ErrorResponseException;

/** Reads whom an administrator means, and refuses what means nobody or several. */
final class PersonReader {

    private final KnownPeople people;

    PersonReader(KnownPeople people) {
        this.people = people;
    }

    KnownPeople people() {
        return people;
    }

    /** @throws org.keycloak.services.ErrorResponseException 400 */
    Person read(@Nullable PersonRequest request) {
        if (request == null || ways(request) != 1) {
            throw nobody();
        }
        if (request.identityId() != null) {
            return new Person.Known(new IdentityId(request.identityId()));
        }
        if (request.userId() != null) {
            return new Person.Named(people.ofUser(request.userId()));
        }
        if (request.provider() == null || request.subject() == null) {
            throw nobody();
        }
        return new Person.Named(List.of(new Subject(request.provider(), new Secret(request.subject()))));
    }

    private static long ways(PersonRequest request) {
        String subject = request.provider() == null ? request.subject() : request.provider();
        return Stream.of(request.identityId(), request.userId(), subject)
                .filter(Objects::nonNull)
                .count();
    }

    private static ErrorResponseException nobody() {
        return AdminAnswer.badRequest("Name a person by exactly one of identityId, userId, and provider with subject.");
    }
}
