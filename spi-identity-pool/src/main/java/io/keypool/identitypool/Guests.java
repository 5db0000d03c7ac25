package io.keypool.identitypool;

import java.util.List;

/** Who may be a guest in a pool: those who present nothing, where the pool takes guests. */
final class Guests {

    /** The amr of a guest, and nothing else. */
    static final List<String> AMR = List.of("unauthenticated");

    private Guests() {}

    /** @throws io.keypool.aws.AwsFault NotAuthorizedException */
    static void admit(IdentityPool pool, Logins logins) {
        if (!logins.isEmpty()) {
            throw CognitoFault.unsupportedProvider();
        }
        if (!pool.guests()) {
            throw CognitoFault.guestsNotSupported();
        }
    }
}
