package io.keypool.aws.sigv4;

import java.util.Set;

/** The regions that a credential scope may name. */
public sealed interface AcceptedRegions {

    boolean contains(String region);

    /** Whatever region a client has configured, but it must have one. */
    static AcceptedRegions any() {
        return new Any();
    }

    /** @param names at least one, as clients write them, say {@code us-east-1} */
    static AcceptedRegions only(Set<String> names) {
        return new Only(names);
    }

    /** The region says nothing: it is part of the signing key, so nobody but the client can have chosen it. */
    record Any() implements AcceptedRegions {
        @Override
        public boolean contains(String region) {
            return !region.isEmpty();
        }
    }

    /** Those and no others. */
    record Only(Set<String> names) implements AcceptedRegions {
        public Only {
            names = Set.copyOf(names);
            if (names.isEmpty()) {
                throw new IllegalArgumentException("at least one region");
            }
        }

        @Override
        public boolean contains(String region) {
            return names.contains(region);
        }
    }
}
