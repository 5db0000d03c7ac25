package io.keypool.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.aws.AwsFault;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rule of docs/adr/0009; steps 4 to 7 of contract §1.11. */
final class LinkingTest {

    private static final PoolId POOL = new PoolId("us-east-1:00000000-0000-4000-8000-000000000001");
    private static final LoginKey GOOGLE = new LoginKey("google", "g-1");
    private static final LoginKey OTHER_GOOGLE = new LoginKey("google", "g-2");
    private static final LoginKey REALM = new LoginKey("realm", "r-1");
    private static final LoginKey SAML = new LoginKey("saml", "s-1");

    @Test
    void whoIsUnknownIsMadeWithAllLogins() {
        LinkPlan plan = plan(null, List.of(), proof(GOOGLE, REALM));

        assertThat(plan.survivor()).isEmpty();
        assertThat(plan.losers()).isEmpty();
        assertThat(plan.links()).containsExactly(GOOGLE, REALM);
    }

    @Test
    void whoIsKnownIsWrittenNoMore() {
        Identity owner = linked(1, GOOGLE);

        assertThat(plan(null, List.of(owner), proof(GOOGLE)).writes()).isFalse();
        assertThat(plan(owner, List.of(owner), proof(GOOGLE)).writes()).isFalse();
    }

    @Test
    void aNewLoginIsLinkedToTheOwnerOfTheOther() {
        Identity owner = linked(1, GOOGLE);

        assertThat(plan(null, List.of(owner), proof(GOOGLE, REALM)))
                .isEqualTo(new LinkPlan(Optional.of(owner), List.of(), List.of(REALM)));
    }

    @Test
    void aGuestKeepsTheIdentityWhenTheLoginIsNew() {
        Identity guest = guest(5);

        assertThat(plan(guest, List.of(), proof(GOOGLE)))
                .isEqualTo(new LinkPlan(Optional.of(guest), List.of(), List.of(GOOGLE)));
    }

    @Test
    void aGuestGoesIntoTheOwnerHoweverOldTheGuestIs() {
        Identity guest = guest(1);
        Identity owner = linked(2, GOOGLE);

        assertThat(plan(guest, List.of(owner), proof(GOOGLE)))
                .isEqualTo(new LinkPlan(Optional.of(owner), List.of(guest), List.of()));
    }

    @Test
    void ofTwoTheOlderSurvivesWhicheverIsNamed() {
        Identity older = linked(1, GOOGLE);
        Identity younger = linked(2, REALM);
        LinkPlan expected = new LinkPlan(Optional.of(older), List.of(younger), List.of());

        for (Identity given : Arrays.asList(null, older, younger)) {
            assertThat(plan(given, List.of(older, younger), proof(GOOGLE, REALM)))
                    .isEqualTo(expected);
            assertThat(plan(given, List.of(younger, older), proof(REALM, GOOGLE)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void ofTwoOfOneMomentTheIdDecides() {
        Identity one = linked(1, GOOGLE);
        Identity other = linked(1, REALM);
        Identity first = List.of(one, other).stream()
                .min(Comparator.comparing(identity -> identity.id().value()))
                .orElseThrow();

        assertThat(plan(null, List.of(one, other), proof(GOOGLE, REALM)).survivor())
                .contains(first);
    }

    @Test
    void somebodyElsesIdentityIsRefused() {
        Identity identity = linked(1, GOOGLE);

        assertRefused("NotAuthorizedException", () -> plan(identity, List.of(), proof(REALM)));
        assertRefused("NotAuthorizedException", () -> plan(linked(1), List.of(), proof(GOOGLE)));
    }

    @Test
    void aDisabledOwnerIsRefused() {
        Identity disabled = new Identity(
                IdentityId.random("us-east-1"),
                POOL,
                Instant.EPOCH,
                IdentityState.DISABLED,
                Optional.empty(),
                Set.of(GOOGLE));

        assertRefused("NotAuthorizedException", () -> plan(null, List.of(disabled), proof(GOOGLE)));
        assertRefused("NotAuthorizedException", () -> plan(guest(1), List.of(disabled), proof(GOOGLE)));
    }

    @Test
    void aSecondLoginOfOneProviderIsAConflict() {
        Identity owner = linked(1, GOOGLE, REALM);

        assertRefused("ResourceConflictException", () -> plan(owner, List.of(owner), proof(REALM, OTHER_GOOGLE)));
        assertRefused(
                "ResourceConflictException",
                () -> plan(null, List.of(owner, linked(2, SAML, OTHER_GOOGLE)), proof(REALM, SAML)));
    }

    @Test
    void twentyLoginsAreEnough() {
        Identity full = new Identity(
                IdentityId.random("us-east-1"), POOL, Instant.EPOCH, IdentityState.LINKED, Optional.empty(), many(19));
        LoginKey known = many(1).iterator().next();

        assertThat(plan(null, List.of(full), proof(known, REALM)).links()).containsExactly(REALM);
        assertRefused("ResourceConflictException", () -> plan(null, List.of(full), proof(known, REALM, SAML)));
    }

    @Test
    void whatAUserBringsAlongIsLinkedAndMerged() {
        Identity owner = linked(1, SAML);
        Identity user = linked(2, REALM);

        LinkPlan plan = plan(null, List.of(user, owner), Proof.of(Set.of(REALM), Set.of(SAML, GOOGLE)));

        assertThat(plan).isEqualTo(new LinkPlan(Optional.of(owner), List.of(user), List.of(GOOGLE)));
    }

    @Test
    void whatAUserBringsAlongIsLeftOutWhereItContradicts() {
        Identity user = linked(1, REALM, GOOGLE);
        Proof proof = Proof.of(Set.of(REALM), Set.of(OTHER_GOOGLE));

        assertThat(plan(null, List.of(user), proof).writes()).isFalse();
        assertThat(plan(null, List.of(user, linked(2, OTHER_GOOGLE)), proof).writes())
                .isFalse();
    }

    private static LinkPlan plan(@Nullable Identity given, List<Identity> owners, Proof proof) {
        return Linking.plan(Optional.ofNullable(given), owners, proof);
    }

    private static Proof proof(LoginKey... presented) {
        return Proof.of(Set.of(presented), Set.of());
    }

    private static Identity guest(int age) {
        return Identity.guest(POOL, Instant.ofEpochSecond(age));
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

    private static Set<LoginKey> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new LoginKey("provider-" + i, "subject-" + i))
                .collect(Collectors.toSet());
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AwsFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
