package io.keypool.iam.keycloak.admin;

import io.keypool.iam.ContextEntry;
import io.keypool.iam.IamFault;
import io.keypool.policy.PolicyRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to try out: the policies of a role or of a user, or policies that nobody has yet.
 *
 * @param role name or ARN
 * @param user client id
 * @param resources all, where it is left out
 */
public record SimulationQuestion(
        @Nullable String role,
        @Nullable String user,
        @Nullable List<String> policies,
        @Nullable List<String> actions,
        @Nullable List<String> resources,
        @Nullable List<Key> context) {

    /**
     * A condition key of the request.
     *
     * @param type as in IAM's ContextEntry; {@code string} where it is left out
     */
    public record Key(
            @Nullable String key,
            @Nullable String type,
            @Nullable List<String> values) {

        /** @throws io.keypool.aws.AwsFault InvalidInput */
        ContextEntry entry() {
            String kind = Objects.requireNonNullElse(type, ContextEntry.DEFAULT_TYPE);
            if (key == null || !ContextEntry.TYPES.contains(kind)) {
                throw IamFault.invalidInput("An entry of the context has a key, and a type of "
                        + String.join(", ", ContextEntry.TYPES) + ".");
            }
            return ContextEntry.of(key, kind, orNone(values));
        }
    }

    boolean isComplete() {
        return Stream.of(role, user, policies).filter(Objects::nonNull).count() == 1
                && actions != null
                && !actions.isEmpty();
    }

    List<String> documents() {
        return orNone(policies);
    }

    List<String> actionNames() {
        return orNone(actions);
    }

    List<String> resourceNames() {
        List<String> named = orNone(resources);
        return named.isEmpty() ? List.of(PolicyRequest.NO_RESOURCE) : named;
    }

    List<ContextEntry> entries() {
        return orNone(context).stream().map(Key::entry).toList();
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        List<T> listed = list == null ? List.of() : list;
        if (listed.stream().anyMatch(Objects::isNull)) {
            throw IamFault.invalidInput("No list has a null.");
        }
        return listed;
    }
}
