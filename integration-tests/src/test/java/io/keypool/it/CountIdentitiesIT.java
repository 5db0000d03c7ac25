package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many identities a pool has. Source: docs/admin-rest.md, "Statistics". */
@ExtendWith(KeypoolExtension.class)
final class CountIdentitiesIT {

    private final Keypool keypool;

    CountIdentitiesIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @Test
    void countsThoseOfThePoolByWhatBecameOfThem() {
        try (OwnRealm realm = OwnRealm.create(keypool);
                OpenIdStub provider = new OpenIdStub()) {
            realm.addBroker("one", provider.broker());
            String pool = realm.addPool(List.of(provider.arn()));
            String other = realm.addPool(List.of(provider.arn()));
            PoolsAdmin admin = new PoolsAdmin(keypool.admin(), realm.name());
            assertThat(admin.found("/" + pool + "/count")).isEqualTo(counts(pool, 0, 0, 0, 0));

            String person = realm.identity(pool, provider.logins(provider.idToken("a")));
            realm.identity(pool, provider.logins(provider.idToken("b")));
            admin.done("/identities/" + person + "/merge", Map.of("identityId", realm.newGuest(pool)));
            admin.post("/identities/" + realm.newGuest(pool) + "/disable", Map.of());
            realm.newGuest(pool);
            realm.newGuest(other);

            assertThat(admin.found("/" + pool + "/count")).isEqualTo(counts(pool, 1, 2, 1, 1));
        }
    }

    private static Object counts(String pool, int guests, int linked, int merged, int disabled) {
        return Admin.tree(Map.of(
                "identityPoolId", pool, "guests", guests, "linked", linked, "merged", merged, "disabled", disabled));
    }
}
