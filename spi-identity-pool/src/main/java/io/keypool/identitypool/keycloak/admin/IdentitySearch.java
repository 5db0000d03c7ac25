package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.IdentityFilter;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityPage;
import io.keypool.identitypool.IdentityPosition;
import io.keypool.identitypool.IdentityRegistry;
import io.keypool.identitypool.LoginKey;
import io.keypool.identitypool.PoolId;
import io.keypool.sts.keycloak.admin.PageSize;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Looks for identities of a pool. */
final class IdentitySearch {

    private static final int DEFAULT_MAX = 100;

    /** Between the two parts of {@code next}; neither has one. */
    private static final String DELIMITER = "/";

    private final IdentityRegistry registry;
    private final PersonReader persons;

    IdentitySearch(IdentityRegistry registry, PersonReader persons) {
        this.registry = registry;
        this.persons = persons;
    }

    SearchResult search(PoolId pool, SearchRequest request) {
        registry.requirePool(pool);
        int max = PageSize.of(Objects.requireNonNullElse(request.max(), DEFAULT_MAX));
        Optional<IdentityPosition> after = Optional.ofNullable(request.after()).map(IdentitySearch::position);
        IdentityPage page = registry.search(pool, filter(pool, request), after, max);
        return new SearchResult(
                page.identities().stream().map(IdentityRepresentation::of).toList(),
                page.next().map(IdentitySearch::text).orElse(null));
    }

    private IdentityFilter filter(PoolId pool, SearchRequest request) {
        Optional<Person> person = Optional.ofNullable(request.person()).map(persons::read);
        return new IdentityFilter(
                person.flatMap(IdentitySearch::identity),
                person.flatMap(who -> logins(pool, who)),
                Optional.ofNullable(request.state()),
                Optional.ofNullable(request.createdFrom()).map(Instant::ofEpochMilli),
                Optional.ofNullable(request.createdUntil()).map(Instant::ofEpochMilli));
    }

    private static Optional<IdentityId> identity(Person person) {
        return person instanceof Person.Known known ? Optional.of(known.identity()) : Optional.empty();
    }

    private Optional<Set<LoginKey>> logins(PoolId pool, Person person) {
        return person instanceof Person.Named named
                ? Optional.of(persons.people().logins(pool, named.subjects()))
                : Optional.empty();
    }

    private static String text(IdentityPosition position) {
        return position.created().toEpochMilli() + DELIMITER + position.id();
    }

    private static IdentityPosition position(String text) {
        int delimiter = text.indexOf(DELIMITER);
        try {
            Instant created = Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(0, delimiter))));
            return new IdentityPosition(created, new IdentityId(text.substring(delimiter + 1)));
        } catch (IllegalArgumentException other) {
            throw AdminAnswer.badRequest("after is the next of an answer.");
        }
    }
}
