package io.keypool.identitypool.keycloak.login.saml;

import io.keypool.identitypool.CognitoFault;
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

    /** @throws io.keypool.aws.AwsFault NotAuthorizedException when it is over or has not begun */
    void check(Instant now, Duration grace) {
        if (!now.minus(grace).isBefore(end)) {
            throw CognitoFault.invalidLoginToken(
                    "Token expired: " + now.getEpochSecond() + " >= " + end.getEpochSecond());
        }
        if (start.isAfter(now.plus(grace))) {
            throw CognitoFault.invalidLoginToken("Token is not valid yet.");
        }
    }

    private static Optional<Instant> time(XmlElement element, String name) {
        try {
            return element.attribute(name).map(Instant::parse);
        } catch (DateTimeException malformed) {
            throw Refusal.malformed("its " + name + " is no time in UTC");
        }
    }
}
