package io.keypool.identitypool.keycloak.admin;

/**
 * A pool that was taken over.
 *
 * @param added whether it was made; else it was there and stays as it is
 */
public record ImportedPoolRepresentation(String identityPoolId, boolean added) {}
