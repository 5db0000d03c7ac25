package io.keypool.sts.keycloak.revocation;

import io.keypool.sts.Revocation;
import io.keypool.sts.SessionOrigin;
import io.keypool.sts.SessionOrigin.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The revocations of all realms in memory. Of two of one origin the later one holds, in whichever order they come. */
final class RevocationIndex {

    private final ConcurrentMap<String, ConcurrentMap<SessionOrigin, Instant>> notBeforeInRealm =
            new ConcurrentHashMap<>();

    void add(Revocation revocation) {
        notBeforeInRealm
                .computeIfAbsent(revocation.realmId(), id -> new ConcurrentHashMap<>())
                .merge(revocation.origin(), revocation.notBefore(), (one, other) -> one.isAfter(other) ? one : other);
    }

    boolean isRevoked(String realmId, Collection<SessionOrigin> origins, Instant issuedAt) {
        Map<SessionOrigin, Instant> notBefore = notBeforeInRealm.get(realmId);
        if (notBefore == null || notBefore.isEmpty()) {
            return false;
        }
        for (SessionOrigin origin : origins) {
            Instant end = notBefore.get(origin);
            if (end != null && (origin.kind() == Kind.SESSION || !end.isBefore(issuedAt))) {
                return true;
            }
        }
        return false;
    }

    /** Drops what says nothing any more. */
    void forgetExpired(Instant now) {
        notBeforeInRealm.forEach((realmId, notBefore) -> notBefore
                .entrySet()
                .removeIf(entry -> !new Revocation(realmId, entry.getKey(), entry.getValue())
                        .expiration()
                        .isAfter(now)));
    }

    int size() {
        return notBeforeInRealm.values().stream().mapToInt(Map::size).sum();
    }
}
