package io.keypool.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.aws.AwsFault;
import io.keypool.aws.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rule for backends that vouch for users. Source: contract §1.5, §1.6; docs/adr/0024. */
final class DeveloperLinkingTest {

    private static final PoolId POOL = new PoolId("us-east-1:00000000-0000-4000-8000-000000000001");
    private static final LoginKey GOOGLE = new LoginKey("google", "g-1");
    private static final LoginKey OTHER_GOOGLE = new LoginKey("google", "g-2");
    private static final LoginKey ANN = new LoginKey("developer:login.backend", "ann");
    private static final LoginKey ANNA = new LoginKey("developer:login.backend", "anna");

    @Test
    void anIdentityMayHaveSeveralUsers() {
        Identity owner = linked(1, ANN);

        assertThat(plan(owner, List.of(owner), vouched(ANNA)))
                .isEqualTo(new LinkPlan(Optional.of(owner), List.of(), List.of(ANNA)));
    }

    @Test
    void anAuthenticatedIdentityNeedsNoOtherProof() {
        Identity owner = linked(1, GOOGLE);

        assertThat(plan(owner, List.of(), vouched(ANN)).links()).containsExactly(ANN);
        assertRefused("NotAuthorizedException", () -> plan(owner, List.of(), presented(ANN)));
    }

    @Test
    void aUserOfAnotherIdentityIsNotTakenFromIt() {
        Identity owner = linked(1, ANN);

        for (Identity given : List.of(Identity.guest(POOL, Instant.EPOCH), linked(2, GOOGLE), linked(0, ANNA))) {
            assertRefused("DeveloperUserAlreadyRegisteredException", () -> plan(given, List.of(owner), vouched(ANN)));
        }
    }

    @Test
    void aPublicLoginOfAnotherIdentityMergesTheTwo() {
        Identity user = linked(2, ANN);
        Identity owner = linked(1, GOOGLE);

        assertThat(plan(null, List.of(user, owner), vouched(ANN, GOOGLE)))
                .isEqualTo(new LinkPlan(Optional.of(owner), List.of(user), List.of()));
    }

    @Test
    void aClosedIdentityIsNotForBackendsEither() {
        Identity closed = new Identity(
                IdentityId.random("us-east-1"),
                POOL,
                Instant.EPOCH,
                IdentityState.DISABLED,
                Optional.empty(),
                Set.of(ANN));

        assertRefused("NotAuthorizedException", () -> plan(null, List.of(closed), vouched(ANN)));
        assertRefused("NotAuthorizedException", () -> Linking.merge(closed, linked(1, ANNA)));
        assertRefused("NotAuthorizedException", () -> Linking.merge(linked(1, ANNA), closed));
    }

    @Test
    void usersCountAmongTheTwentyLogins() {
        Identity nineteen = linked(1, users(19));

        assertThat(plan(nineteen, List.of(), vouched(ANN)).links()).containsExactly(ANN);
        assertRefused("ResourceConflictException", () -> plan(nineteen, List.of(), vouched(ANN, GOOGLE)));
        assertRefused("ResourceConflictException", () -> Linking.merge(nineteen, linked(2, ANN, GOOGLE)));
        assertThat(Linking.merge(linked(2, ANN), nineteen).survivor()).contains(nineteen);
    }

    @Test
    void theDestinationOfAMergeLivesOnWhateverItsAge() {
        Identity older = linked(1, ANN);
        Identity younger = linked(2, ANNA);

        assertThat(Linking.merge(older, younger))
                .isEqualTo(new LinkPlan(Optional.of(younger), List.of(older), List.of()));
        assertThat(Linking.merge(younger, older))
                .isEqualTo(new LinkPlan(Optional.of(older), List.of(younger), List.of()));
    }

    @Test
    void usersOfDifferentPeopleAreNotMerged() {
        assertRefused(
                "ResourceConflictException",
                () -> Linking.merge(linked(1, ANN, GOOGLE), linked(2, ANNA, OTHER_GOOGLE)));
        assertThat(Linking.merge(linked(1, ANN, GOOGLE), linked(2, ANNA)).losers())
                .hasSize(1);
    }

    private static LinkPlan plan(@Nullable Identity given, List<Identity> owners, Proof proof) {
        return Linking.plan(Optional.ofNullable(given), owners, proof);
    }

    private static Proof presented(LoginKey... logins) {
        return Proof.of(Set.of(logins), Set.of());
    }

    /** The first of them by a backend. */
    private static Proof vouched(LoginKey... logins) {
        return new Proof(
                Set.of(logins),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new VouchedLogin(logins[0], new Secret("user"))),
                Optional.empty());
    }

    private static Identity linked(int age, LoginKey... logins) {
        return new Identity(
                IdentityId.random("us-east-1"),
                POOL,
                Instant.ofEpochSecond(age),
                IdentityState.LINKED,
                Optional.empty(),
                Set.of(logins));
    }

    private static LoginKey[] users(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new LoginKey("developer:login.backend", "user-" + i))
                .toArray(LoginKey[]::new);
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AwsFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
