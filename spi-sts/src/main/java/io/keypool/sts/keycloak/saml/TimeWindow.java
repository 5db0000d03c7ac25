package io.keypool.sts.keycloak.saml;

import io.keypool.sts.keycloak.token.Reason;
import io.keypool.sts.keycloak.token.Unproven;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time at which an element of an assertion holds.
 *
 * @param start {@code NotBefore}
 * @param end {@code NotOnOrAfter}
 */
record TimeWindow(Instant start, Instant end) {

    /** SAML 2.0 core, 1.3.3: times are in UTC. What is not said is not limited. */
    static TimeWindow of(XmlElement element) {
        return new TimeWindow(
                time(element, "NotBefore").orElse(Instant.MIN),
                time(element, "NotOnOrAfter").orElse(Instant.MAX));
    }

    boolean isLimited() {
        return end.isBefore(Instant.MAX);
    }

    /** @throws Unproven when it is over or has not begun */
    void check(Instant now, Duration grace) {
        if (!now.minus(grace).isBefore(end)) {
            throw new Unproven(new Reason.Expired(now, end));
        }
        if (start.isAfter(now.plus(grace))) {
            throw new Unproven(new Reason.NotYetValid());
        }
    }

    static Optional<Instant> time(XmlElement element, String name) {
        try {
            return element.attribute(name).map(Instant::parse);
        } catch (DateTimeException malformed) {
            throw Refusal.malformed("its " + name + " is no time in UTC");
        }
    }
}
