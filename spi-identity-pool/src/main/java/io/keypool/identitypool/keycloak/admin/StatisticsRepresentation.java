package io.keypool.identitypool.keycloak.admin;

import java.util.List;

/** What happened in a pool. */
public record StatisticsRepresentation(String identityPoolId, List<DayRepresentation> days) {

    public StatisticsRepresentation {
        days = List.copyOf(days);
    }
}
