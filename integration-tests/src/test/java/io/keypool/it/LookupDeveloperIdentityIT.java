package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.LookupDeveloperIdentityRequest;
import software.amazon.awssdk.services.cognitoidentity.model.LookupDeveloperIdentityResponse;

/** LookupDeveloperIdentity. Source: reference/aws-contract.md §1.2, §1.6; Cognito API, LookupDeveloperIdentity. */
@ExtendWith({KeypoolExtension.class, DemoPoolExtension.class})
final class LookupDeveloperIdentityIT {

    private final Keypool keypool;
    private final DemoPool pool;
    private final Backend backend;

    LookupDeveloperIdentityIT(Keypool keypool, DemoPool pool) {
        this.keypool = keypool;
        this.pool = pool;
        this.backend = Backend.ofDemo(keypool, pool.id());
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void tellsTheIdentityOfAUser() {
        String ann = backend.identity("ann");
        backend.link("anna", ann);

        assertThat(lookup(request -> request.developerUserIdentifier("ann")).equalsBySdkFields(found(ann, "ann")))
                .isTrue();
    }

    @Test
    void tellsTheUsersOfAnIdentity() {
        String ann = backend.identity("ann");
        backend.link("anna", ann);
        backend.identity("ben");

        LookupDeveloperIdentityResponse answer = backend.lookup(ann);

        assertThat(answer.developerUserIdentifierList()).containsExactlyInAnyOrder("ann", "anna");
        assertThat(answer.equalsBySdkFields(
                        found(ann, answer.developerUserIdentifierList().toArray(String[]::new))))
                .isTrue();
    }

    @Test
    void confirmsBoth() {
        String ann = backend.identity("ann");
        backend.link("anna", ann);

        assertThat(lookup(request -> request.identityId(ann).developerUserIdentifier("anna"))
                        .equalsBySdkFields(found(ann, "anna")))
                .isTrue();
    }

    @Test
    void bothThatDoNotMatchAreAConflict() {
        String ann = backend.identity("ann");
        backend.identity("ben");

        CognitoRefusal.assertRefused(
                () -> lookup(request -> request.identityId(ann).developerUserIdentifier("ben")),
                "ResourceConflictException",
                "The developer user identifier is not one of that identity's.");
    }

    @Test
    void somethingMustBeGiven() {
        CognitoRefusal.assertRefused(
                () -> lookup(request -> {}),
                "InvalidParameterException",
                "Please provide an identity ID or a developer user identifier.");
    }

    @Test
    void anIdentityWithoutUsersHasNone() {
        String guest = pool.guest();

        assertThat(backend.lookup(guest).equalsBySdkFields(found(guest))).isTrue();
    }

    @Test
    void knowsNobodyElse() {
        String elsewhere = keypool.newGuest();
        backend.identity("ann");

        CognitoRefusal.assertRefused(
                () -> lookup(request -> request.developerUserIdentifier("nobody")),
                "ResourceNotFoundException",
                "Developer user identifier not found.");
        CognitoRefusal.assertRefused(
                () -> backend.lookup(elsewhere),
                "ResourceNotFoundException",
                "Identity '" + elsewhere + "' not found.");
    }

    @Test
    void tellsManyUsersInPages() {
        String identity = backend.identity("user-0");
        List<String> users = IntStream.range(0, 20).mapToObj(i -> "user-" + i).toList();
        users.forEach(user -> backend.link(user, identity));

        List<String> told = new ArrayList<>();
        LookupDeveloperIdentityResponse page =
                lookup(request -> request.identityId(identity).maxResults(7));
        while (page.nextToken() != null) {
            assertThat(page.developerUserIdentifierList()).hasSize(7);
            told.addAll(page.developerUserIdentifierList());
            String next = page.nextToken();
            page = lookup(request -> request.identityId(identity).maxResults(7).nextToken(next));
        }
        told.addAll(page.developerUserIdentifierList());

        assertThat(told).containsExactlyInAnyOrderElementsOf(users);
    }

    @Test
    void aTokenIsForThePagesOfItsIdentity() {
        String identity = backend.identity("ann");
        backend.link("anna", identity);
        String next =
                lookup(request -> request.identityId(identity).maxResults(1)).nextToken();
        String other = backend.identity("ben");

        for (String token : List.of(next, "no token", "bm90aGluZw")) {
            CognitoRefusal.assertRefused(
                    () -> lookup(request -> request.identityId(other).nextToken(token.replace(' ', '.'))),
                    "InvalidParameterException",
                    "NextToken is not of an answer to this request.");
        }
    }

    private LookupDeveloperIdentityResponse lookup(Consumer<LookupDeveloperIdentityRequest.Builder> change) {
        return backend.cognito().lookupDeveloperIdentity(request -> change.accept(request.identityPoolId(pool.id())));
    }

    private static LookupDeveloperIdentityResponse found(String identity, String... users) {
        return LookupDeveloperIdentityResponse.builder()
                .identityId(identity)
                .developerUserIdentifierList(users)
                .build();
    }
}
