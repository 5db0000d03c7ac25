package io.keypool.identitypool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Guests whose first login the realm's own token told before they presented it: docs/adr/0042. */
final class FirstLoginTest {

    private static final PoolId POOL = new PoolId("us-east-1:00000000-0000-4000-8000-000000000001");
    private static final LoginKey REALM = new LoginKey("realm", "r-1");
    private static final LoginKey GOOGLE = new LoginKey("google", "g-1");
    private static final long LOGIN = 1_000_000;
    private static final long MADE = LOGIN + 1;
    private static final long TEN_MINUTES = 600;
    private static final long GRACE = 10;

    private final Identity guest = Identity.guest(POOL, Instant.ofEpochSecond(LOGIN - 60));

    @Test
    void whoTheLoginMadeStandsBackBeforeTheGuest() {
        Identity made = unseen(MADE, REALM);

        assertThat(plan(made, proof(LOGIN, MADE)))
                .isEqualTo(new LinkPlan(Optional.of(guest), List.of(made), List.of()));
        assertThat(plan(made, proof(LOGIN, MADE + TEN_MINUTES - 1)).survivor()).contains(guest);
    }

    @Test
    void whoAnEarlierLoginMadeIsKnown() {
        Identity made = unseen(LOGIN - GRACE - 1, REALM);

        assertThat(plan(made, proof(LOGIN, MADE)).survivor()).contains(made);
    }

    @Test
    void anIdentityIsALittleOlderThanTheTokenThatTellsIt() {
        Identity made = unseen(LOGIN - GRACE, REALM);

        assertThat(plan(made, proof(LOGIN, LOGIN)).survivor()).contains(guest);
    }

    @Test
    void whoWasPresentedLaterIsKnown() {
        Identity made = unseen(MADE, REALM);

        assertThat(plan(made, proof(LOGIN, MADE + TEN_MINUTES)).survivor()).contains(made);
    }

    @Test
    void whomACallMadeIsKnown() {
        Identity called = new Identity(
                IdentityId.random("us-east-1"),
                POOL,
                Instant.ofEpochSecond(MADE),
                IdentityState.LINKED,
                Optional.empty(),
                Set.of(REALM));

        assertThat(plan(called, proof(LOGIN, MADE)).survivor()).contains(called);
    }

    @Test
    void whoHasMoreThanThePresentedLoginsIsKnown() {
        Identity made = unseen(MADE, REALM, GOOGLE);

        assertThat(plan(made, proof(LOGIN, MADE)).survivor()).contains(made);
    }

    @Test
    void withoutATokenOfTheRealmNobodyStandsBack() {
        Identity made = unseen(MADE, REALM);

        assertThat(plan(made, Proof.of(Set.of(REALM), Set.of())).survivor()).contains(made);
    }

    private LinkPlan plan(Identity owner, Proof proof) {
        return Linking.plan(Optional.of(guest), List.of(owner), proof);
    }

    private static Identity unseen(long created, LoginKey... logins) {
        Identity born = Identity.unseen(POOL, Instant.ofEpochSecond(created));
        return new Identity(
                born.id(), POOL, born.created(), born.state(), Optional.empty(), Set.of(logins), born.seen());
    }

    private static Proof proof(long began, long issued) {
        LoginMoment moment = new LoginMoment(Instant.ofEpochSecond(began), Instant.ofEpochSecond(issued));
        return new Proof(
                Set.of(REALM), Set.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.of(moment));
    }
}
