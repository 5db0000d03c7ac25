package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.MergeDeveloperIdentitiesResponse;

/** MergeDeveloperIdentities. Source: reference/aws-contract.md §1.5, §1.6; Cognito API, MergeDeveloperIdentities. */
@ExtendWith({KeypoolExtension.class, DemoPoolExtension.class})
final class MergeDeveloperIdentitiesIT {

    private final Keypool keypool;
    private final DemoPool pool;
    private final Backend backend;

    MergeDeveloperIdentitiesIT(Keypool keypool, DemoPool pool) {
        this.keypool = keypool;
        this.pool = pool;
        this.backend = Backend.ofDemo(keypool, pool.id());
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void theDestinationLivesOnThoughItIsYounger() {
        String source = backend.identity("source");
        backend.link("second", source);
        String destination = backend.identity("destination");

        MergeDeveloperIdentitiesResponse answer = backend.cognito()
                .mergeDeveloperIdentities(request -> request.identityPoolId(pool.id())
                        .developerProviderName(Backend.DEMO_PROVIDER)
                        .sourceUserIdentifier("source")
                        .destinationUserIdentifier("destination"));

        assertThat(answer.equalsBySdkFields(MergeDeveloperIdentitiesResponse.builder()
                        .identityId(destination)
                        .build()))
                .isTrue();
        assertThat(backend.lookup(destination).developerUserIdentifierList())
                .containsExactlyInAnyOrder("source", "second", "destination");
        assertThat(backend.lookup(source).developerUserIdentifierList()).isEmpty();
        assertThat(backend.identity("second")).isEqualTo(destination);
    }

    @Test
    void publicLoginsMoveAlong() {
        String bob = pool.identity(login("social", "bob"));
        backend.link("source", bob);
        String destination = backend.identity("destination");

        backend.merge("source", "destination");

        assertThat(pool.identity(login("social", "bob"))).isEqualTo(destination);
        assertThat(pool.identity(bob, login("social", "bob"))).as("led on").isEqualTo(destination);
    }

    @Test
    void whoIsOneAlreadyStaysSo() {
        String ann = backend.identity("ann");
        backend.link("anna", ann);

        assertThat(backend.merge("ann", "anna")).isEqualTo(ann);
        assertThat(backend.merge("ann", "ann")).isEqualTo(ann);
    }

    @Test
    void differentUsersOfOnePublicProviderAreAConflict() {
        String bob = backend.link("source", pool.identity(login("social", "bob")));
        String carol = backend.link("destination", pool.identity(login("social", "carol")));

        CognitoRefusal.assertRefused(
                () -> backend.merge("source", "destination"),
                "ResourceConflictException",
                "An identity has at most one login of each public provider.");
        assertThat(backend.identity("source")).isEqualTo(bob);
        assertThat(backend.identity("destination")).isEqualTo(carol);
    }

    @Test
    void twentyLoginsAreEnough() {
        String source = backend.identity("s-0");
        Stream.iterate(1, i -> i < 10, i -> i + 1).forEach(i -> backend.link("s-" + i, source));
        String destination = backend.identity("d-0");
        Stream.iterate(1, i -> i < 10, i -> i + 1).forEach(i -> backend.link("d-" + i, destination));
        String one = backend.identity("one-more");

        assertThat(backend.merge("s-0", "d-0")).isEqualTo(destination);
        CognitoRefusal.assertRefused(
                () -> backend.merge("one-more", "d-0"),
                "ResourceConflictException",
                "An identity has at most 20 logins.");
        assertThat(backend.identity("one-more")).isEqualTo(one);
    }

    @Test
    void aMergeIsRecordedAndCanBeUndone() {
        String source = backend.identity("source");
        String destination = backend.identity("destination");
        backend.merge("source", "destination");

        JsonNode merge = Admin.parse(keypool.admin()
                        .get("/demo/identity-pools/identities/" + destination + "/merges")
                        .body())
                .get(0);
        assertThat(merge.path("cause").textValue()).isEqualTo("MergeDeveloperIdentities");
        assertThat(keypool.admin()
                        .post("/demo/identity-pools/merges/" + merge.path("id").textValue() + "/undo", Map.of())
                        .statusCode())
                .isEqualTo(200);

        assertThat(backend.identity("source")).isEqualTo(source);
        assertThat(backend.lookup(destination).developerUserIdentifierList()).containsExactly("destination");
    }

    @Test
    void knowsNobodyElseAndNoOtherProvider() {
        backend.identity("ann");

        for (List<String> pair : List.of(List.of("ann", "nobody"), List.of("nobody", "ann"))) {
            CognitoRefusal.assertRefused(
                    () -> backend.merge(pair.get(0), pair.get(1)),
                    "ResourceNotFoundException",
                    "Developer user identifier not found.");
        }
        CognitoRefusal.assertRefused(
                () -> new Backend(backend.cognito(), pool.id(), "login.other").merge("ann", "ann"),
                "InvalidParameterException",
                "Please provide the developer provider of this identity pool.");
    }

    @Test
    void mergesOfTwoInBothDirectionsAtOnceLeaveOne() {
        for (int round = 0; round < 5; round++) {
            String one = "one-" + round;
            String other = "other-" + round;
            backend.identity(one);
            backend.identity(other);
            Callable<String> forth = () -> backend.merge(one, other);
            Callable<String> back = () -> backend.merge(other, one);

            assertThat(Parallel.all(List.of(forth, back, forth, back)).stream().distinct())
                    .hasSize(1);
            assertThat(backend.identity(one)).isEqualTo(backend.identity(other));
        }
    }

    private Map<String, String> login(String realm, String user) {
        return PasswordLogin.of(keypool, realm, user).logins();
    }
}
