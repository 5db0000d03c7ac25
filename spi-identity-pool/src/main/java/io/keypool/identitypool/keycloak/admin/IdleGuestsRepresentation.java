package io.keypool.identitypool.keycloak.admin;

/**
 * Guests who did not come back.
 *
 * @param days for how many days guests are kept
 * @param notSeenSince who was last seen before is removed, in milliseconds
 * @param guests how many that are
 */
public record IdleGuestsRepresentation(int days, long notSeenSince, long guests) {}
