package io.keypool.sts.keycloak;

import org.keycloak.models.AbstractKeycloakTransaction;

/** Work that is done with a transaction of Keycloak, and not at all when that is rolled back. */
public final class OnCommit extends AbstractKeycloakTransaction {

    private final Runnable work;

    public OnCommit(Runnable work) {
        this.work = work;
    }

    @Override
    protected void commitImpl() {
        work.run();
    }

    @Override
    protected void rollbackImpl() {
        // Nothing was done yet.
    }
}
