package io.keypool.sts.keycloak.admin;

import io.keypool.sts.Revocation;

/**
 * That sessions are over.
 *
 * @param kind {@code ROLE}, {@code IDENTITY_POOL}, {@code IDENTITY} or {@code SESSION}
 * @param id of a role its component's, of a session its access key id
 * @param notBefore the last moment whose sessions are over, in milliseconds of Unix time
 * @param expires when all of them would have ended anyway, in milliseconds of Unix time
 */
public record RevocationRepresentation(String kind, String id, long notBefore, long expires) {

    public static RevocationRepresentation of(Revocation revocation) {
        return new RevocationRepresentation(
                revocation.origin().kind().name(),
                revocation.origin().id(),
                revocation.notBefore().toEpochMilli(),
                revocation.expiration().toEpochMilli());
    }
}
