package io.keypool.it;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A person as one of the test's own providers knows them. */
record OwnLogin(OwnProvider provider, String subject) {

    /** Somebody whom nobody has seen yet. */
    static OwnLogin newPersonOf(OwnProvider provider) {
        return new OwnLogin(provider, UUID.randomUUID().toString());
    }

    /** Somebody whom nobody has seen yet, with a login of each provider. */
    static List<OwnLogin> newPersonOf(List<OwnProvider> providers) {
        return providers.stream().map(OwnLogin::newPersonOf).toList();
    }

    /** {@code Logins} with this one. */
    Map<String, String> logins() {
        return logins(List.of(this));
    }

    /** {@code Logins} with those, which are of different providers. */
    static Map<String, String> logins(Collection<OwnLogin> logins) {
        return logins.stream()
                .collect(Collectors.toMap(
                        login -> login.provider.name(), login -> login.provider.idToken(login.subject)));
    }
}
