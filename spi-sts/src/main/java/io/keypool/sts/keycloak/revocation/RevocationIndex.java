package io.keypool.sts.keycloak.revocation;

import io.keypool.sts.Revocation;
import io.keypool.sts.SessionOrigin;
import io.keypool.sts.SessionOrigin.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The revocations of all realms in memory. Of two of one origin the later one holds, in whichever order they come. */
final class RevocationIndex {

    private final ConcurrentMap<Key, Instant> notBefore = new ConcurrentHashMap<>();

    void add(Revocation revocation) {
        notBefore.merge(
                new Key(revocation.realmId(), revocation.origin()),
                revocation.notBefore(),
                (one, other) -> one.isAfter(other) ? one : other);
    }

    boolean isRevoked(String realmId, Collection<SessionOrigin> origins, Instant issuedAt) {
        if (notBefore.isEmpty()) {
            return false;
        }
        for (SessionOrigin origin : origins) {
            Instant end = notBefore.get(new Key(realmId, origin));
            if (end != null && (origin.kind() == Kind.SESSION || !end.isBefore(issuedAt))) {
                return true;
            }
        }
        return false;
    }

    /** Drops what says nothing any more. */
    void forgetExpired(Instant now) {
        notBefore
                .entrySet()
                .removeIf(entry -> !new Revocation(
                                entry.getKey().realmId(), entry.getKey().origin(), entry.getValue())
                        .expiration()
                        .isAfter(now));
    }

    int size() {
        return notBefore.size();
    }

    private record Key(String realmId, SessionOrigin origin) {}
}
