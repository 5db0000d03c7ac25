package io.keypool.sts.keycloak.component;

/** Others changed the realm for longer than the database lets one wait. */
public final class RealmBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RealmBusyException(Throwable waited) {
        super("the realm is being changed", waited);
    }
}
