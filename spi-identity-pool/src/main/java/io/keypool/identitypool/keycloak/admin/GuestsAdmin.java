package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.IdleTime;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.TallyKind;
import io.keypool.identitypool.keycloak.IdentityPoolsProvider;
import io.keypool.identitypool.keycloak.limits.NodeGuests;
import io.keypool.identitypool.keycloak.statistics.NodeStatistics;
import io.keypool.identitypool.store.PoolRows.Pool;
import io.keypool.sts.keycloak.KeycloakClock;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** How near the guests of a pool are to its limits, and those who did not come back. */
@Produces(MediaType.APPLICATION_JSON)
public final class GuestsAdmin {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Administrator administrator;
    private final Supplier<IdentityPool> pool;
    private final Instant now = new KeycloakClock().instant();

    GuestsAdmin(KeycloakSession session, RealmModel realm, Administrator administrator, Supplier<IdentityPool> pool) {
        this.session = session;
        this.realm = realm;
        this.administrator = administrator;
        this.pool = pool;
    }

    @GET
    public GuestsRepresentation guests() {
        administrator.requireView();
        IdentityPool known = pool.get();
        Pool rows = rows(known.id());
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new GuestsRepresentation(
                known.id().value(),
                GuestLimitsRepresentation.of(known.guestRules()),
                IdentityPoolsProvider.of(session).guests().thisMinute(rows),
                NodeStatistics.table(session).amount(rows, today, TallyKind.GUESTS),
                NodeGuests.table(session).count(rows),
                idle(rows, known.guestRules().idle()).guests());
    }

    /**
     * Whom it would remove to keep guests for so many days; nobody is removed.
     *
     * @param days as the pool has it when it is left out
     */
    @GET
    @Path("idle")
    public IdleGuestsRepresentation idle(@QueryParam("days") @Nullable Integer days) {
        administrator.requireView();
        IdentityPool known = pool.get();
        IdleTime idle = days == null ? known.guestRules().idle() : idleTime(days);
        return idle(rows(known.id()), idle);
    }

    /** Begins to remove the idle guests, as it is done from time to time anyway. */
    @POST
    @Path("idle/delete")
    public IdleGuestsRepresentation deleteIdle() {
        administrator.requireManage();
        IdentityPool known = pool.get();
        IdleTime idle = known.guestRules().idle();
        if (idle.isForEver()) {
            throw AdminAnswer.conflict("The pool keeps guests for ever.");
        }
        IdleGuestsRepresentation found = idle(rows(known.id()), idle);
        IdentityPoolsProvider.of(session).idleGuests().remove(session, rows(known.id()), known);
        administrator.did(OperationType.DELETE, found);
        return found;
    }

    private IdleGuestsRepresentation idle(Pool rows, IdleTime idle) {
        Instant cutoff = idle.removedBefore(now);
        long guests = NodeGuests.table(session).countIdle(rows, cutoff);
        return new IdleGuestsRepresentation(idle.days(), cutoff.toEpochMilli(), guests);
    }

    private static IdleTime idleTime(int days) {
        if (days < 0 || days > IdleTime.MOST_DAYS) {
            throw AdminAnswer.badRequest("Guests are kept for 0 to " + IdleTime.MOST_DAYS + " days.");
        }
        return new IdleTime(days);
    }

    private Pool rows(PoolId id) {
        return new Pool(realm.getId(), id.uniquePart());
    }
}
