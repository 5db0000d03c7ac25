package io.keypool.identitypool.keycloak.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a token says of the roles that a user holds.
 *
 * @param all without repetition, by precedence
 * @param preferred the one with the lowest precedence; nothing where several have it
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html">Adding
 *     groups to a user pool, assigning precedence values to groups</a>
 */
record RoleClaims(List<String> all, Optional<String> preferred) {

    static RoleClaims of(Stream<HeldRole> held) {
        List<HeldRole> sorted = held.sorted(
                        Comparator.comparingLong(HeldRole::precedence).thenComparing(HeldRole::arn))
                .toList();
        List<String> first = sorted.stream()
                .filter(role -> role.precedence() == sorted.get(0).precedence())
                .map(HeldRole::arn)
                .distinct()
                .toList();
        return new RoleClaims(
                sorted.stream().map(HeldRole::arn).distinct().toList(),
                first.stream().filter(only -> first.size() == 1).findFirst());
    }
}
