package io.keypool.sts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html">AWS</a> */
final class GetSessionToken {

    private final CredentialsIssuer issuer;

    GetSessionToken(Ports ports) {
        this.issuer = new CredentialsIssuer(ports);
    }

    /** Needs no permission beside a user's long-lived key. */
    Credentials execute(Caller caller, Duration duration) {
        User user = caller.user().orElseThrow(() -> StsFault.notWithSessionCredentials("GetSessionToken"));
        NewSession session = new NewSession(
                new SessionHolder.OfUser(user.id()),
                SessionAttributes.NONE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                duration);
        return issuer.issue(session).credentials();
    }
}
