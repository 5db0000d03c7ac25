package io.keypool.it;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who come as guests, sign in, link and merge at random, on all nodes at once. Who comes changes with time, so
 * that there is always somebody to be linked. Each call is legal: none is refused.
 */
final class SignInLoad {

    /** After so many calls a new person comes, and the oldest of those who are there leaves. */
    private static final int CALLS_PER_PERSON = 12;

    private static final int PRESENT = 3;

    private final List<OwnProvider> providers;
    private final Acknowledged acknowledged;
    private final long end;
    private final AtomicInteger calls = new AtomicInteger();
    private final List<List<OwnLogin>> people = new CopyOnWriteArrayList<>();

    SignInLoad(List<OwnProvider> providers, Acknowledged acknowledged, long seconds) {
        this.providers = providers;
        this.acknowledged = acknowledged;
        this.end = System.nanoTime() + seconds * 1_000_000_000L;
        people.add(OwnLogin.newPersonOf(providers));
    }

    /** Calls that node until the time is over; gives the moment of the last answer. */
    Callable<Long> at(PoolAtNode node, Random random) {
        return () -> {
            long last = 0;
            while (System.nanoTime() < end) {
                call(node, random);
                last = System.nanoTime();
            }
            return last;
        };
    }

    /** The same until the node is gone, which it must be before the time is over. */
    Callable<Long> untilGone(PoolAtNode node, Random random) {
        return () -> {
            long last = 0;
            try {
                while (System.nanoTime() < end) {
                    call(node, random);
                    last = System.nanoTime();
                }
            } catch (UncheckedIOException gone) {
                return last;
            }
            throw new AssertionError(node + " is still there");
        };
    }

    private void call(PoolAtNode node, Random random) {
        List<OwnLogin> logins = some(person(random), random);
        switch (random.nextInt(4)) {
            case 0 -> signInAsGuest(node, logins);
            case 1 -> signInAsKnown(node, logins);
            default ->
                acknowledged.owner(
                        logins, node.identity(OwnLogin.logins(logins)).identity());
        }
    }

    private void signInAsGuest(PoolAtNode node, List<OwnLogin> logins) {
        String guest = node.guest().identity();
        acknowledged.identity(guest);
        acknowledged.owner(logins, node.identity(guest, OwnLogin.logins(logins)).identity());
    }

    /** Under an id that one of the logins once had, perhaps on another device. */
    private void signInAsKnown(PoolAtNode node, List<OwnLogin> logins) {
        for (String known : acknowledged.owners(logins.get(0))) {
            acknowledged.owner(
                    logins, node.identity(known, OwnLogin.logins(logins)).identity());
        }
    }

    private List<OwnLogin> person(Random random) {
        if (calls.incrementAndGet() % CALLS_PER_PERSON == 0) {
            people.add(OwnLogin.newPersonOf(providers));
        }
        int newest = people.size();
        return people.get(newest - 1 - random.nextInt(Math.min(PRESENT, newest)));
    }

    private static List<OwnLogin> some(List<OwnLogin> person, Random random) {
        List<OwnLogin> shuffled = new ArrayList<>(person);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
    }
}
