package io.keypool.identitypool;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says by AWS's names of the pool's providers what logins are stored by otherwise. One whose provider the pool does not
 * have any more is told as it is stored: nobody is to take its identity for a guest's.
 */
final class ProviderNames {

    private final Map<String, String> byKey = new HashMap<>();

    ProviderNames(IdentityPool pool, LoginVerifier verifier) {
        // The realm's users may be listed at several addresses of the server: the first of them is told.
        for (LoginProvider provider : pool.providers().values()) {
            verifier.key(provider).ifPresent(key -> byKey.merge(key, provider.name(), ProviderNames::first));
        }
    }

    /** Each once, in order. */
    List<String> of(Set<LoginKey> logins) {
        return logins.stream().map(this::name).distinct().sorted().toList();
    }

    private String name(LoginKey login) {
        return login.isOfDeveloper()
                ? login.provider().substring(Subject.DEVELOPERS.length())
                : byKey.getOrDefault(login.provider(), login.provider());
    }

    private static String first(String one, String other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
