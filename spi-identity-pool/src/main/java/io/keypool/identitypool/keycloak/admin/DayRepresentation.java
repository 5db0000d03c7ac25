package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.TallyKind;
import java.time.LocalDate;
import java.util.Map;

/**
 * What happened on a day.
 *
 * @param day in UTC, as in {@code 2026-01-31}
 * @param guests identities that were given to guests
 * @param signIns people who proved who they are and were told their identity
 * @param links logins that were linked
 * @param merges identities that went into another one
 * @param refusals calls that were refused
 * @param expired guests who were removed since they did not come back
 */
public record DayRepresentation(
        String day, long guests, long signIns, long links, long merges, long refusals, long expired) {

    static DayRepresentation of(LocalDate day, Map<TallyKind, Long> counted) {
        return new DayRepresentation(
                day.toString(),
                counted.getOrDefault(TallyKind.GUESTS, 0L),
                counted.getOrDefault(TallyKind.SIGN_INS, 0L),
                counted.getOrDefault(TallyKind.LINKS, 0L),
                counted.getOrDefault(TallyKind.MERGES, 0L),
                counted.getOrDefault(TallyKind.REFUSALS, 0L),
                counted.getOrDefault(TallyKind.EXPIRED, 0L));
    }
}
