package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators see of merges, and how they take them back. Source: docs/admin-rest.md, "Merges". */
@ExtendWith({KeypoolExtension.class, DemoPoolExtension.class})
final class MergeHistoryIT {

    private final Keypool keypool;
    private final Admin admin;
    private final DemoPool pool;

    MergeHistoryIT(Keypool keypool, DemoPool pool) {
        this.keypool = keypool;
        this.admin = keypool.admin();
        this.pool = pool;
    }

    @Test
    void bothIdentitiesKnowTheirMerge() {
        String erin = pool.identity(erin());
        String bob = pool.identity(bob());
        pool.identity(bob, both());

        JsonNode merges = merges(bob);

        assertThat(merges).hasSize(1);
        assertThat(merges.get(0).path("identityId").textValue()).isEqualTo(erin);
        assertThat(merges.get(0).path("mergedIdentityId").textValue()).isEqualTo(bob);
        assertThat(merges.get(0).path("cause").textValue()).isEqualTo("GetOpenIdToken");
        assertThat(merges.get(0).path("providers"))
                .isEqualTo(Admin.tree(Map.of("p", List.of(PasswordLogin.provider(keypool, "social"))))
                        .get("p"));
        assertThat(merges.get(0).has("undone")).isFalse();
        assertThat(merges(erin)).isEqualTo(merges);
    }

    @Test
    void undoingGivesTheLoginsBack() {
        String erin = pool.identity(erin());
        String bob = pool.identity(bob());
        pool.identity(bob, both());

        assertThat(undo(bob).statusCode()).isEqualTo(200);

        assertThat(pool.identity(bob())).isEqualTo(bob);
        assertThat(pool.identity(bob, bob())).isEqualTo(bob);
        assertThat(pool.identity(erin())).isEqualTo(erin);
        assertThat(merges(bob).get(0).path("undone").longValue()).isPositive();
    }

    @Test
    void undoingMakesAGuestAGuestAgain() {
        pool.identity(bob());
        String guest = pool.guest();
        pool.identity(guest, bob());

        assertThat(undo(guest).statusCode()).isEqualTo(200);

        assertThat(pool.identity(guest, Map.of())).isEqualTo(guest);
    }

    @Test
    void whatWasUndoneIsNotUndoneAgain() {
        pool.identity(bob());
        String guest = pool.guest();
        pool.identity(guest, bob());
        undo(guest);

        assertConflict(undo(guest), "The merge cannot be undone: it was undone already.");
    }

    @Test
    void theLaterMergeIsUndoneFirst() {
        String alice = pool.identity(alice());
        String bob = pool.identity(bob());
        String guest = pool.guest();
        pool.identity(guest, bob());
        Map<String, String> both = new HashMap<>(alice());
        both.putAll(bob());
        assertThat(pool.identity(bob, both)).isEqualTo(alice);

        assertConflict(
                undo(guest), "The merge cannot be undone: the surviving identity was itself merged: undo that first.");
    }

    @Test
    void loginsThatAreGoneCannotComeBack() {
        String erin = pool.identity(erin());
        String bob = pool.identity(bob());
        pool.identity(bob, both());
        pool.unlink(erin, erin(), PasswordLogin.provider(keypool, "social"));

        assertConflict(
                undo(bob),
                "The merge cannot be undone: the surviving identity has none of the logins that were moved.");
    }

    @Test
    void anUnknownMergeIsNotFound() {
        assertThat(admin.post("/demo/identity-pools/merges/00000000-0000-4000-8000-00000000dead/undo", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(admin.post("/demo/identity-pools/merges/x/undo", Map.of()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPreviewTellsWhatACallWouldDoAndDoesNothing() {
        String erin = pool.identity(erin());
        String bob = pool.identity(bob());
        Map<String, String> all = new HashMap<>(both());
        all.putAll(alice());

        JsonNode preview = Admin.parse(
                admin.post("/demo/identity-pools/" + pool.id() + "/preview", Map.of("identityId", bob, "logins", all))
                        .body());

        assertThat(preview)
                .isEqualTo(Admin.tree(Map.of("identityId", erin, "links", List.of("realm"), "merges", List.of(bob))));
        assertThat(pool.identity(bob())).isEqualTo(bob);
        assertThat(merges(bob)).isEmpty();
    }

    @Test
    void aPreviewRefusesWhatTheCallWould() {
        HttpResponse<String> preview = admin.post(
                "/demo/identity-pools/" + pool.id() + "/preview",
                Map.of("logins", Map.of(PasswordLogin.provider(keypool, "social"), "no token")));

        assertThat(preview.statusCode()).isEqualTo(400);
        assertThat(preview.body()).contains("Not a valid OpenId Connect identity token.");
    }

    @Test
    void aPreviewDoesNotKnowTheIdentitiesOfOtherPools() {
        try (DemoPool other = DemoPool.create(keypool)) {
            String bob = other.identity(bob());

            HttpResponse<String> preview = admin.post(
                    "/demo/identity-pools/" + pool.id() + "/preview", Map.of("identityId", bob, "logins", bob()));

            assertThat(preview.statusCode()).isEqualTo(404);
            assertThat(preview.body()).contains("Identity '" + bob + "' not found.");
        }
    }

    @Test
    void itIsForAdministratorsOnly() {
        String path = "/admin/realms/demo/identity-pools/identities/" + pool.guest() + "/merges";

        assertThat(keypool.raw().get(keypool.url().resolve(path)).statusCode()).isEqualTo(401);
        HttpRequest.Builder asUser = HttpRequest.newBuilder(keypool.url().resolve(path))
                .header(
                        "Authorization",
                        "Bearer " + PasswordLogin.of(keypool, "demo", "alice").accessToken());
        assertThat(keypool.raw().send(asUser).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> undo(String identity) {
        String merge = merges(identity).get(0).path("id").textValue();
        return admin.post("/demo/identity-pools/merges/" + merge + "/undo", Map.of());
    }

    private JsonNode merges(String identity) {
        return Admin.parse(admin.get("/demo/identity-pools/identities/" + identity + "/merges")
                .body());
    }

    private Map<String, String> alice() {
        return PasswordLogin.of(keypool, "demo", "alice").logins();
    }

    private Map<String, String> bob() {
        return PasswordLogin.of(keypool, "social", "bob").logins();
    }

    private Map<String, String> erin() {
        return PasswordLogin.of(keypool, "social2", "erin").logins();
    }

    private Map<String, String> both() {
        Map<String, String> both = new HashMap<>(bob());
        both.putAll(erin());
        return both;
    }

    private static void assertConflict(HttpResponse<String> answer, String message) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(Admin.parse(answer.body()).path("errorMessage").textValue()).isEqualTo(message);
    }
}
