package io.keypool.identitypool;

import java.util.Comparator;

/**
 * A login as it is stored.
 *
 * @param provider as in {@link Subject#provider}
 * @param subjectHash the keyed hash of the provider's id of the person
 */
public record LoginKey(String provider, String subjectHash) implements Comparable<LoginKey> {

    private static final Comparator<LoginKey> ORDER =
            Comparator.comparing(LoginKey::provider).thenComparing(LoginKey::subjectHash);

    /** Whether a backend vouches for it, and no public provider. */
    boolean isOfDeveloper() {
        return provider.startsWith(Subject.DEVELOPERS);
    }

    /** The one order in which rows are written, so that two writers never wait for each other. */
    @Override
    public int compareTo(LoginKey other) {
        return ORDER.compare(this, other);
    }
}
