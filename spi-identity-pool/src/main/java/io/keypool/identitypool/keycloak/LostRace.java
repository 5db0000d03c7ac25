package io.keypool.identitypool.keycloak;

import java.sql.SQLException;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;

/**
 * Whether a transaction failed because of another one, and for no fault of its own: the other had made the same row, or
 * the two waited for each other and the database ended this one. Our own transactions wait in one order; those that
 * remove users or a realm lock rows in Keycloak's.
 */
final class LostRace {

    /** ISO 9075, transaction rollback: deadlocks and serialization failures, at H2 and PostgreSQL alike. */
    private static final String ROLLED_BACK = "40";

    private LostRace() {}

    static boolean caused(ModelException failure) {
        if (failure instanceof ModelDuplicateException) {
            return true;
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith(ROLLED_BACK)) {
                return true;
            }
        }
        return false;
    }
}
