package io.keypool.sts.keycloak.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import io.keypool.aws.query.QueryFault;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Source: issue 10, "a bounded in-memory record". */
final class RefusalMemoryTest {

    private final RefusalMemory memory = new RefusalMemory(4);

    @Test
    void holdsTheLatestFirst() {
        add("realm", "1", "2", "3");

        assertThat(memory.latest("realm", 2)).extracting(Refusal::requestId).containsExactly("3", "2");
        assertThat(memory.latest("realm", 10)).extracting(Refusal::requestId).containsExactly("3", "2", "1");
        assertThat(memory.find("realm", "1")).isPresent();
        assertThat(memory.find("realm", "4")).isEmpty();
    }

    @Test
    void showsNothingOfAnotherRealm() {
        add("realm", "1");

        assertThat(memory.find("other", "1")).isEmpty();
        assertThat(memory.latest("other", 10)).isEmpty();
    }

    @Test
    void forgetsTheOldest() {
        add("realm", "1", "2", "3", "4", "5");

        assertThat(memory.latest("realm", 10)).extracting(Refusal::requestId).containsExactly("5", "4", "3", "2");
        assertThat(memory.find("realm", "1")).isEmpty();
    }

    @Test
    void aRealmThatRefusesALotMakesNoOtherForget() {
        add("quiet", "q");
        IntStream.range(0, 100).forEach(i -> add("loud", "l" + i));

        assertThat(memory.find("quiet", "q")).isPresent();
        assertThat(memory.latest("loud", 10)).hasSize(3);
    }

    @Test
    void makesRoomForARealmThatIsNew() {
        add("a", "1", "2", "3", "4");
        add("b", "5");

        assertThat(memory.find("b", "5")).isPresent();
        assertThat(memory.latest("a", 10)).hasSize(3);
    }

    @Test
    void forgetsARealmThatIsRemoved() {
        add("a", "1", "2", "3", "4");
        memory.forget("a");
        memory.forget("never");
        add("b", "5", "6", "7", "8");

        assertThat(memory.latest("a", 10)).isEmpty();
        assertThat(memory.latest("b", 10)).hasSize(4);
    }

    @Test
    void holdsNothingWithoutCapacity() {
        RefusalMemory none = new RefusalMemory(0);
        none.add("realm", refusal("1"));

        assertThat(none.latest("realm", 10)).isEmpty();
    }

    private void add(String realm, String... requestIds) {
        for (String id : requestIds) {
            memory.add(realm, refusal(id));
        }
    }

    private static Refusal refusal(String requestId) {
        AwsFault fault = QueryFault.missingAction();
        return Refusal.of(
                new RefusedCall("sts", new RequestId(requestId), Optional.empty(), Optional.empty(), fault),
                Instant.EPOCH);
    }
}
