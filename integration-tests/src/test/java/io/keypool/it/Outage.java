package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

/** What it means for logins that a public provider cannot be asked. */
record Outage(StubProviders providers, StubHost host) {

    /** @param fresh a pool of a realm that does not know the provider's keys yet, if it has any */
    void assertThatNobodyIsBelievedAndNothingIsWritten(PublicPool fresh, String token) {
        String guest = fresh.guest();

        providers.without(host, () -> {
            PublicPool.assertUnavailable(() -> fresh.identity(token));
            PublicPool.assertUnavailable(() -> fresh.identity(guest, token));
        });

        fresh.assertStillGuest(guest);
        assertThat(fresh.identity(guest, token)).as("nobody had the login yet").isEqualTo(guest);
    }

    /** @param token of one person, as another one is */
    void assertThatKnownKeysOutliveIt(PublicPool pool, String token, String another) {
        String person = pool.identity(token);

        providers.without(host, () -> assertThat(pool.identity(another)).isEqualTo(person));
    }
}
