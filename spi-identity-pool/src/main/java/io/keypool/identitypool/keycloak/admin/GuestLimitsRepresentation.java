package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.GuestRules;

/**
 * What holds for the guests of a pool; 0 is no limit.
 *
 * @param idleDays for how many days a guest is kept who does not come back
 */
public record GuestLimitsRepresentation(int perAddressAndHour, int perMinute, int perDay, int existing, int idleDays) {

    static GuestLimitsRepresentation of(GuestRules rules) {
        return new GuestLimitsRepresentation(
                rules.perAddressAndHour(),
                rules.perMinute(),
                rules.perDay(),
                rules.existing(),
                rules.idle().days());
    }
}
