package io.keypool.identitypool.keycloak.admin;

/**
 * The guests of a pool.
 *
 * @param thisMinute new ones at the node that answers
 * @param today new ones that all nodes have written
 * @param existing identities of guests
 * @param idle those of them that would be removed now
 */
public record GuestsRepresentation(
        String identityPoolId,
        GuestLimitsRepresentation limits,
        int thisMinute,
        long today,
        long existing,
        long idle) {}
