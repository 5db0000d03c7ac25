package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;

/** What the realm's events tell, and what they keep to themselves. Source: docs/configuration.md, "Events". */
@ExtendWith(KeypoolExtension.class)
final class IdentityEventIT {

    private final OwnRealm realm;
    private final OpenIdStub one = new OpenIdStub();
    private final OpenIdStub other = new OpenIdStub();
    private final String pool;

    IdentityEventIT(Keypool keypool) {
        this.realm = OwnRealm.create(keypool);
        realm.update("{\"eventsEnabled\": true, \"enabledEventTypes\": []}");
        realm.addBroker("one", one.broker());
        realm.addBroker("other", other.broker());
        this.pool = realm.addPool(List.of(one.arn(), other.arn()));
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        realm.close();
    }

    @Test
    void aGuestIsIdentified() {
        String guest = realm.newGuest(pool);

        assertThat(latest("TOKEN_EXCHANGE"))
                .isEqualTo(Map.of(
                        "identity_pool_event",
                        "identified",
                        "operation",
                        "GetId",
                        "identity_pool",
                        pool,
                        "identity",
                        guest));
    }

    @Test
    void aLinkNamesTheIdentityAndTheProvider() {
        String guest = realm.newGuest(pool);
        openIdToken(guest, one.logins(one.idToken("s-1")));

        assertThat(latest("FEDERATED_IDENTITY_LINK"))
                .isEqualTo(Map.of(
                        "identity_pool_event",
                        "linked",
                        "operation",
                        "GetOpenIdToken",
                        "identity_pool",
                        pool,
                        "identity",
                        guest,
                        "providers",
                        one.provider()));
    }

    @Test
    void aMergeNamesBothIdentities() {
        String first = realm.identity(pool, one.logins(one.idToken("s-1")));
        String second = realm.identity(pool, other.logins(other.idToken("s-2")));
        Map<String, String> both = new HashMap<>(one.logins(one.idToken("s-1")));
        both.putAll(other.logins(other.idToken("s-2")));
        realm.identity(pool, both);

        assertThat(latest("FEDERATED_IDENTITY_LINK"))
                .isEqualTo(Map.of(
                        "identity_pool_event",
                        "merged",
                        "operation",
                        "GetId",
                        "identity_pool",
                        pool,
                        "identity",
                        first,
                        "merged_identity",
                        second,
                        "providers",
                        other.provider()));
    }

    @Test
    void unlinkingNamesTheProvider() {
        Map<String, String> logins = one.logins(one.idToken("s-1"));
        String identity = realm.identity(pool, logins);
        realm.cognito()
                .unlinkIdentity(
                        request -> request.identityId(identity).logins(logins).loginsToRemove(one.provider()));

        assertThat(latest("REMOVE_FEDERATED_IDENTITY"))
                .isEqualTo(Map.of(
                        "identity_pool_event",
                        "unlinked",
                        "operation",
                        "UnlinkIdentity",
                        "identity_pool",
                        pool,
                        "identity",
                        identity,
                        "providers",
                        one.provider()));
    }

    @Test
    void aRefusalNamesItsCode() {
        assertThatThrownBy(() -> realm.identity(pool, one.logins("no-token-4711")))
                .isInstanceOf(NotAuthorizedException.class);

        JsonNode event = event("TOKEN_EXCHANGE_ERROR");
        assertThat(event.path("error").textValue()).isEqualTo("NotAuthorizedException");
        Map<String, String> details = details(event);
        assertThat(details.remove("request_id")).isNotBlank();
        assertThat(details.remove("reason")).isEqualTo("it is no JWS in compact form");
        assertThat(details)
                .isEqualTo(Map.of(
                        "identity_pool_event",
                        "refused",
                        "operation",
                        "GetId",
                        "identity_pool",
                        pool,
                        "providers",
                        one.provider()));
    }

    @Test
    void noEventNamesAPersonOrAToken() {
        String token = one.idToken("subject-4711");
        String identity = realm.identity(pool, one.logins(token));
        openIdToken(identity, one.logins(token));

        assertThat(realm.events().toString()).doesNotContain("subject-4711", token);
    }

    private void openIdToken(String identity, Map<String, String> logins) {
        realm.cognito().getOpenIdToken(request -> request.identityId(identity).logins(logins));
    }

    private Map<String, String> latest(String type) {
        return details(event(type));
    }

    private JsonNode event(String type) {
        return StreamSupport.stream(realm.events().spliterator(), false)
                .filter(event -> event.path("type").textValue().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> details(JsonNode event) {
        Map<String, String> details = new HashMap<>();
        event.path("details")
                .properties()
                .forEach(entry -> details.put(entry.getKey(), entry.getValue().asText()));
        return details;
    }
}
