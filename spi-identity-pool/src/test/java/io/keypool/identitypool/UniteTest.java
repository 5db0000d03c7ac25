package io.keypool.identitypool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.aws.AwsFault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two identities of whom an administrator says that they are one: the rule of docs/adr/0009. */
final class UniteTest {

    private static final PoolId POOL = new PoolId("us-east-1:00000000-0000-4000-8000-000000000001");
    private static final LoginKey GOOGLE = new LoginKey("google", "g-1");
    private static final LoginKey OTHER_GOOGLE = new LoginKey("google", "g-2");
    private static final LoginKey REALM = new LoginKey("realm", "r-1");

    @Test
    void theOlderSurvivesWhicheverIsNamed() {
        Identity older = linked(1, GOOGLE);
        Identity younger = linked(2, REALM);
        LinkPlan expected = new LinkPlan(Optional.of(older), List.of(younger), List.of());

        assertThat(Linking.unite(older, younger)).isEqualTo(expected);
        assertThat(Linking.unite(younger, older)).isEqualTo(expected);
    }

    @Test
    void aGuestGoesHoweverOld() {
        Identity guest = Identity.guest(POOL, Instant.ofEpochSecond(1));
        Identity owner = linked(2, REALM);
        LinkPlan expected = new LinkPlan(Optional.of(owner), List.of(guest), List.of());

        assertThat(Linking.unite(guest, owner)).isEqualTo(expected);
        assertThat(Linking.unite(owner, guest)).isEqualTo(expected);
    }

    @Test
    void nobodyGetsTwoLoginsOfOneProvider() {
        assertConflict(linked(1, GOOGLE), linked(2, OTHER_GOOGLE), "An identity has at most one login of each");
    }

    @Test
    void nobodyGetsTooManyLogins() {
        LoginKey[] twenty = IntStream.range(0, Linking.MAX_LOGINS)
                .mapToObj(i -> new LoginKey("provider-" + i, "subject"))
                .collect(Collectors.toSet())
                .toArray(LoginKey[]::new);

        assertConflict(linked(1, twenty), linked(2, REALM), "An identity has at most 20 logins.");
    }

    private static void assertConflict(Identity one, Identity other, String message) {
        assertThatThrownBy(() -> Linking.unite(one, other))
                .isInstanceOfSatisfying(
                        AwsFault.class, fault -> assertThat(fault.code()).isEqualTo("ResourceConflictException"))
                .hasMessageStartingWith(message);
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
}
