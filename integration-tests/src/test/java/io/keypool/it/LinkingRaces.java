package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * People who sign in at several nodes at once. Each race is run by somebody whom nobody has seen before, and what must
 * come out does not depend on who wins.
 *
 * <p>Source: contract §1.11, steps 5, 6 and 9; DESIGN.md §4.
 *
 * @param nodes one or more; the calls of a race are spread over them
 * @param providers three, which the pool takes
 */
record LinkingRaces(List<PoolAtNode> nodes, List<OwnProvider> providers) {

    /** Many devices of one new person sign in: all are one identity. */
    void firstSignIn(int devices) {
        Map<String, String> login = OwnLogin.newPersonOf(providers.get(0)).logins();

        assertThat(onDevices(devices, node -> node.identity(login)).stream()
                        .map(CallOutcome::identity)
                        .distinct())
                .hasSize(1);
    }

    /** Two identities turn out to be one person on both nodes at once, seen from either: the older lives on. */
    void mergeFromBothSides() {
        List<OwnLogin> person = OwnLogin.newPersonOf(providers.subList(0, 2));
        List<String> identities = signIn(person);
        Map<String, String> both = OwnLogin.logins(person);

        List<CallOutcome> outcomes = Parallel.all(List.of(
                () -> node(0).identity(identities.get(0), both),
                () -> node(1).identity(identities.get(1), both),
                () -> node(0).identity(identities.get(1), both),
                () -> node(1).identity(both)));

        assertThat(outcomes).extracting(CallOutcome::identity).containsOnly(identities.get(0));
        assertAllAre(identities.get(0), person);
    }

    /** Two identities turn out to be one person on many devices at once. */
    void mergeOnManyDevices(int devices) {
        List<OwnLogin> person = OwnLogin.newPersonOf(providers.subList(0, 2));
        String older = signIn(person).get(0);
        Map<String, String> both = OwnLogin.logins(person);

        assertThat(onDevices(devices, node -> node.identity(both)))
                .extracting(CallOutcome::identity)
                .containsOnly(older);
    }

    /** The devices of one guest sign in as the same new person: the guest is that person. */
    void guestSignsIn(int devices) {
        String guest = node(0).guest().identity();
        Map<String, String> login = OwnLogin.newPersonOf(providers.get(0)).logins();

        assertThat(onDevices(devices, node -> node.identity(guest, login)))
                .extracting(CallOutcome::identity)
                .containsOnly(guest);
    }

    /** Three identities are merged in pairs, around in a circle and on each node in the other direction. */
    void mergeInACircle() {
        List<OwnLogin> person = OwnLogin.newPersonOf(providers);
        List<String> identities = signIn(person);
        List<Callable<CallOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < person.size(); i++) {
            int next = (i + 1) % person.size();
            String from = identities.get(i);
            String to = identities.get(next);
            Map<String, String> pair = OwnLogin.logins(List.of(person.get(i), person.get(next)));
            calls.add(() -> node(0).identity(from, pair));
            calls.add(() -> node(1).identity(to, pair));
        }

        assertThat(Parallel.all(calls)).allMatch(CallOutcome::isSuccess);
        assertAllAre(identities.get(0), person);
        identities.forEach(identity -> assertThat(
                        node(0).identity(identity, OwnLogin.logins(person)).identity())
                .as("led on")
                .isEqualTo(identities.get(0)));
    }

    /** The pairs of a circle of three logins sign in at once when none of them is known: one identity has all. */
    void firstSignInsInACircle() {
        List<OwnLogin> person = OwnLogin.newPersonOf(providers);
        List<Callable<CallOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < person.size(); i++) {
            Map<String, String> pair = OwnLogin.logins(List.of(person.get(i), person.get((i + 1) % person.size())));
            calls.add(() -> node(0).identity(pair));
            calls.add(() -> node(1).identity(pair));
        }

        assertThat(Parallel.all(calls)).allMatch(CallOutcome::isSuccess);
        assertAllAre(node(0).identity(person.get(0).logins()).identity(), person);
    }

    /** A guest's id is used by two known people at once: it goes to one of them, and is closed to the other. */
    void guestOfTwoKnownPeople() {
        List<OwnLogin> people = OwnLogin.newPersonOf(List.of(providers.get(0), providers.get(0)));
        List<String> owners = signIn(people);

        int winner = winnerOfGuest(people);

        assertThat(node(0).identity(people.get(winner).logins()).identity()).isEqualTo(owners.get(winner));
        assertThat(node(0).identity(people.get(1 - winner).logins()).identity()).isEqualTo(owners.get(1 - winner));
    }

    /** As before with people whom nobody knows: one of them becomes the guest's identity. */
    void guestOfTwoNewPeople() {
        winnerOfGuest(OwnLogin.newPersonOf(List.of(providers.get(0), providers.get(1))));
    }

    private int winnerOfGuest(List<OwnLogin> people) {
        String guest = node(0).guest().identity();

        List<CallOutcome> outcomes = Parallel.all(List.of(
                () -> node(0).identity(guest, people.get(0).logins()),
                () -> node(1).identity(guest, people.get(1).logins())));

        assertThat(outcomes).filteredOn(CallOutcome::isSuccess).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.isSuccess())
                .extracting(CallOutcome::code)
                .containsExactly("NotAuthorizedException");
        int winner = outcomes.get(0).isSuccess() ? 0 : 1;
        assertThat(node(0).identity(guest, people.get(winner).logins()).identity())
                .isEqualTo(outcomes.get(winner).identity());
        return winner;
    }

    /** One identity for each login, the first of them the oldest. */
    private List<String> signIn(List<OwnLogin> logins) {
        List<String> identities = new ArrayList<>();
        for (OwnLogin login : logins) {
            identities.add(node(identities.size()).identity(login.logins()).identity());
        }
        assertThat(identities).doesNotHaveDuplicates();
        return identities;
    }

    private void assertAllAre(String identity, List<OwnLogin> logins) {
        assertThat(logins)
                .extracting(login -> node(1).identity(login.logins()).identity())
                .containsOnly(identity);
    }

    private List<CallOutcome> onDevices(int devices, Function<PoolAtNode, CallOutcome> call) {
        List<Callable<CallOutcome>> calls = new ArrayList<>();
        for (int device = 0; device < devices; device++) {
            PoolAtNode node = node(device);
            calls.add(() -> call.apply(node));
        }
        return Parallel.all(calls);
    }

    private PoolAtNode node(int number) {
        return nodes.get(number % nodes.size());
    }
}
