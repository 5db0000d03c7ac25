package io.keypool.identitypool;

import java.util.Optional;

/**
 * What became of one thing that was to be imported.
 *
 * @param why it was refused
 */
public record Imported(IdentityId identity, Result result, Optional<String> why) {

    public enum Result {
        ADDED,
        /** It had been there before. */
        THERE,
        REFUSED
    }

    public static Imported added(IdentityId identity) {
        return new Imported(identity, Result.ADDED, Optional.empty());
    }

    public static Imported there(IdentityId identity) {
        return new Imported(identity, Result.THERE, Optional.empty());
    }

    public static Imported refused(IdentityId identity, String why) {
        return new Imported(identity, Result.REFUSED, Optional.of(why));
    }
}
