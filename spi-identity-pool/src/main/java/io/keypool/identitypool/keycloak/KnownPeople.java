package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.LoginKey;
import io.keypool.identitypool.OwnLogins;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.Subject;
import io.keypool.identitypool.keycloak.login.BrokerLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What an administrator knows of people, as the logins that are stored of them. The other way there is none: a stored
 * login does not tell whose it is.
 */
public final class KnownPeople {

    /** Each is read from the database and hashed. */
    private static final int MOST_USERS = 1_000;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmPools pools;
    private final BrokerLinks links;

    KnownPeople(KeycloakSession session, RealmModel realm, RealmPools pools, BrokerLinks links) {
        this.session = session;
        this.realm = realm;
        this.pools = pools;
        this.links = links;
    }

    /**
     * Whom a user of the realm is: the user itself, who may be gone, and those at brokers whom Keycloak links it to.
     */
    public List<Subject> ofUser(String userId) {
        List<Subject> subjects = new ArrayList<>(List.of(Subject.realmUser(userId)));
        UserModel user = session.users().getUserById(realm, userId);
        if (user != null) {
            subjects.addAll(links.subjects(user, any -> true));
        }
        return subjects;
    }

    /** Whom Keycloak knows a user of the realm to be, in all of its pools. */
    public OwnLogins ownLogins(String userId) {
        return new OwnLogins(logins(ofUser(userId)));
    }

    /**
     * Whose one of the logins is among the users that are found so; each of them is tried.
     *
     * @param search as in Keycloak's own search of users; all of them when it is empty
     */
    public Optional<UserModel> among(String search, PoolId pool, Set<LoginKey> logins) {
        Map<String, String> criteria = search.isEmpty() ? Map.of() : Map.of(UserModel.SEARCH, search);
        try (Stream<UserModel> users = session.users().searchForUserStream(realm, criteria, 0, MOST_USERS)) {
            return users.filter(user -> logins(pool, List.of(Subject.realmUser(user.getId()))).stream()
                            .anyMatch(logins::contains))
                    .findFirst();
        }
    }

    /** Their logins in that pool. */
    public Set<LoginKey> logins(PoolId pool, List<Subject> subjects) {
        return logins(Stream.of(pool), subjects);
    }

    /** Their logins in all pools of the realm. */
    public Set<LoginKey> logins(List<Subject> subjects) {
        return logins(pools.all().map(IdentityPool::id), subjects);
    }

    /** To look for somebody makes no key: in a realm without one nobody ever logged in. */
    private Set<LoginKey> logins(Stream<PoolId> of, List<Subject> subjects) {
        RealmSubjects stored = new RealmSubjects(session, realm);
        if (!stored.areKnown()) {
            return Set.of();
        }
        return of.flatMap(pool -> subjects.stream().map(subject -> stored.key(pool, subject)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
