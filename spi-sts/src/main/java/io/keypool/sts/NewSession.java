package io.keypool.sts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A session that is to be made; see {@link Session}. */
record NewSession(
        SessionHolder holder,
        SessionAttributes attributes,
        Optional<String> sourceIdentity,
        Optional<Federation> federation,
        List<SessionOrigin> ancestry,
        Duration duration) {

    NewSession {
        ancestry = List.copyOf(ancestry);
    }
}
