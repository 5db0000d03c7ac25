package io.keypool.identitypool;

import java.util.Optional;

/** What is counted of a pool. The names are in the database. */
public enum TallyKind {
    /** Identities that were given to guests. */
    GUESTS,
    /** Answers to who they are for people who proved it. */
    SIGN_INS,
    /** Logins that were linked. */
    LINKS,
    /** Identities that went into another one. */
    MERGES,
    /** Calls that were refused. */
    REFUSALS,
    /** Guests that were removed since they did not come back. */
    EXPIRED;

    /** What an event counts as; nothing for what is taken back. */
    public static Optional<TallyKind> of(IdentityEvent event) {
        return switch (event.kind()) {
            case IDENTIFIED -> Optional.of(event.providers().isEmpty() ? GUESTS : SIGN_INS);
            case SIGNED_IN -> Optional.of(SIGN_INS);
            case LINKED -> Optional.of(LINKS);
            case MERGED -> Optional.of(MERGES);
            case REFUSED -> Optional.of(REFUSALS);
            case MERGE_UNDONE, UNLINKED, DELETED -> Optional.empty();
        };
    }

    /** How often: a call links at most one login of a provider, so that a link of two providers is two logins. */
    public long amount(IdentityEvent event) {
        return this == LINKS ? event.providers().size() : 1;
    }
}
