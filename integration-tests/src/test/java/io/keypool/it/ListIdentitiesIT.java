package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.IdentityDescription;
import software.amazon.awssdk.services.cognitoidentity.model.ListIdentitiesRequest;
import software.amazon.awssdk.services.cognitoidentity.model.ListIdentitiesResponse;

/** ListIdentities. Source: reference/aws-contract.md §1.1, §1.2, §1.5 (disabled identities), §1.6. */
@ExtendWith({KeypoolExtension.class, DemoPoolExtension.class})
final class ListIdentitiesIT {

    private final Keypool keypool;
    private final DemoPool pool;
    private final Backend backend;

    ListIdentitiesIT(Keypool keypool, DemoPool pool) {
        this.keypool = keypool;
        this.pool = pool;
        this.backend = Backend.ofDemo(keypool, pool.id());
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void describesEachAsDescribeIdentityDoes() {
        List<String> ids = List.of(pool.guest(), pool.identity(bob()), backend.identity("ann"));
        ListIdentitiesResponse expected = ListIdentitiesResponse.builder()
                .identityPoolId(pool.id())
                .identities(ids.stream().map(this::described).toList())
                .build();

        assertThat(list(request -> request.maxResults(60)).equalsBySdkFields(expected))
                .isTrue();
    }

    @Test
    void aPoolWithoutIdentitiesHasAnEmptyList() {
        assertThat(list(request -> request.maxResults(1))
                        .equalsBySdkFields(ListIdentitiesResponse.builder()
                                .identityPoolId(pool.id())
                                .identities(List.of())
                                .build()))
                .isTrue();
    }

    @Test
    void pagesTellEachOnceWhileOthersComeAndGo() {
        List<String> all = Stream.generate(pool::guest).limit(7).toList();

        List<String> told = new ArrayList<>();
        ListIdentitiesResponse page = list(request -> request.maxResults(2));
        String last = all.get(6);
        backend.cognito().deleteIdentities(request -> request.identityIdsToDelete(last));
        while (page.nextToken() != null) {
            assertThat(page.identities()).hasSize(2);
            page.identities().forEach(identity -> told.add(identity.identityId()));
            String next = page.nextToken();
            page = list(request -> request.maxResults(2).nextToken(next));
        }
        page.identities().forEach(identity -> told.add(identity.identityId()));

        assertThat(told).containsExactlyElementsOf(all.subList(0, 6));
    }

    @Test
    void disabledIdentitiesAreListedUnlessTheyAreToBeHidden() {
        String bob = pool.identity(bob());
        String merged = pool.guest();
        pool.identity(merged, bob());
        String closed = pool.guest();
        keypool.admin().post("/demo/identity-pools/identities/" + closed + "/disable", Map.of());

        assertThat(ids(list(request -> request.maxResults(60)))).containsExactlyInAnyOrder(bob, merged, closed);
        assertThat(ids(list(request -> request.maxResults(60).hideDisabled(false))))
                .containsExactlyInAnyOrder(bob, merged, closed);
        assertThat(ids(list(request -> request.maxResults(60).hideDisabled(true))))
                .containsExactly(bob);
    }

    @Test
    void aTokenIsForThePagesOfItsPool() {
        pool.guest();
        pool.guest();
        String next = list(request -> request.maxResults(1)).nextToken();
        try (DemoPool other = DemoPool.create(keypool)) {
            CognitoRefusal.assertRefused(
                    () -> list(request ->
                            request.identityPoolId(other.id()).maxResults(1).nextToken(next)),
                    "InvalidParameterException",
                    "NextToken is not of an answer to this request.");
        }
        CognitoRefusal.assertRefused(
                () -> list(request -> request.maxResults(1).nextToken("%")),
                "InvalidParameterException",
                "NextToken is not of an answer to this request.");
    }

    @Test
    void aPageHasOneToSixtyIdentities() {
        for (Map.Entry<Integer, String> bound : Map.of(0, "greater than or equal to 1", 61, "less than or equal to 60")
                .entrySet()) {
            CognitoRefusal.assertRefused(
                    () -> list(request -> request.maxResults(bound.getKey())),
                    "ValidationException",
                    "1 validation error detected: Value '" + bound.getKey()
                            + "' at 'maxResults' failed to satisfy constraint: Member must have value "
                            + bound.getValue());
        }
    }

    @Test
    void knowsNoOtherPool() {
        String unknown = "us-east-1:00000000-0000-4000-8000-00000000dead";

        CognitoRefusal.assertRefused(
                () -> list(request -> request.identityPoolId(unknown).maxResults(1)),
                "ResourceNotFoundException",
                "IdentityPool '" + unknown + "' not found.");
    }

    @Test
    void isNotForBackendsThatMayOnlyVouchForUsers() {
        try (OwnRealm realm = OwnRealm.create(keypool)) {
            String own = realm.addPool(Map.of("developerProviderName", "login.own"));
            try (Backend limited = Backend.of(keypool, realm, own, "login.own")) {
                CognitoRefusal.assertRefused(
                        () -> limited.cognito()
                                .listIdentities(
                                        request -> request.identityPoolId(own).maxResults(1)),
                        "AccessDeniedException",
                        "User: arn:aws:iam::000000000000:user/backend-of-" + OwnRealm.componentOf(own)
                                + " is not authorized to perform: cognito-identity:ListIdentities on resource:"
                                + " arn:aws:cognito-identity:us-east-1:000000000000:identitypool/" + own
                                + " because no identity-based policy allows the cognito-identity:ListIdentities"
                                + " action");
            }
        }
    }

    private IdentityDescription described(String identity) {
        var described = backend.cognito().describeIdentity(request -> request.identityId(identity));
        return IdentityDescription.builder()
                .identityId(described.identityId())
                .logins(described.logins())
                .creationDate(described.creationDate())
                .lastModifiedDate(described.lastModifiedDate())
                .build();
    }

    private ListIdentitiesResponse list(Consumer<ListIdentitiesRequest.Builder> change) {
        return backend.cognito().listIdentities(request -> change.accept(request.identityPoolId(pool.id())));
    }

    private static List<String> ids(ListIdentitiesResponse page) {
        return page.identities().stream().map(IdentityDescription::identityId).toList();
    }

    private Map<String, String> bob() {
        return PasswordLogin.of(keypool, "social", "bob").logins();
    }
}
