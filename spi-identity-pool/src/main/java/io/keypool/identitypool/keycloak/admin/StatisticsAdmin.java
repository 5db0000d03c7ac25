package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.TallyKind;
import io.keypool.identitypool.keycloak.statistics.NodeStatistics;
import io.keypool.sts.keycloak.KeycloakClock;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What happened in a pool, day by day. */
@Produces(MediaType.APPLICATION_JSON)
public final class StatisticsAdmin {

    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 366;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Administrator administrator;
    private final Supplier<PoolId> pool;

    StatisticsAdmin(KeycloakSession session, RealmModel realm, Administrator administrator, Supplier<PoolId> pool) {
        this.session = session;
        this.realm = realm;
        this.administrator = administrator;
        this.pool = pool;
    }

    /**
     * Every day of the range, in UTC, both ends included.
     *
     * @param from 29 days before the other end when it is left out
     * @param to today when it is left out
     */
    @GET
    public StatisticsRepresentation days(
            @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        administrator.requireView();
        LocalDate last = to == null ? LocalDate.ofInstant(new KeycloakClock().instant(), ZoneOffset.UTC) : day(to);
        LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS - 1) : day(from);
        if (first.isAfter(last) || !first.isAfter(last.minusDays(MOST_DAYS))) {
            throw AdminAnswer.badRequest("From the first day to the last it is 1 to " + MOST_DAYS + " days.");
        }
        PoolId known = pool.get();
        Map<LocalDate, Map<TallyKind, Long>> counted =
                NodeStatistics.table(session).days(realm.getId(), known, first, last);
        List<DayRepresentation> days = first.datesUntil(last.plusDays(1))
                .map(day -> DayRepresentation.of(day, counted.getOrDefault(day, Map.of())))
                .toList();
        return new StatisticsRepresentation(known.value(), days);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw AdminAnswer.badRequest("A day is written as in 2026-01-31.");
        }
    }
}
