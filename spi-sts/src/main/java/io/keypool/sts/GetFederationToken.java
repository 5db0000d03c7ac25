package io.keypool.sts;

import io.keypool.aws.Arn;
import io.keypool.policy.ConditionContext;
import java.util.List;
import java.util.Optional;

/** @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html">AWS</a> */
final class GetFederationToken {

    private static final String ACTION = "sts:GetFederationToken";
    private static final String TAG_SESSION = "sts:TagSession";

    private final CredentialsIssuer issuer;

    GetFederationToken(Ports ports) {
        this.issuer = new CredentialsIssuer(ports);
    }

    FederatedUser execute(Caller caller, GetFederationTokenRequest request) {
        User user = caller.user().orElseThrow(() -> StsFault.notWithSessionCredentials("GetFederationToken"));
        Arn arn = Arn.federatedUser(user.account(), request.name());
        Permission.require(caller, ACTION, arn.toString(), context(request));
        if (!request.tags().isEmpty()) {
            Permission.require(caller, TAG_SESSION, arn.toString(), context(request));
        }
        IssuedSession session = issuer.issue(new NewSession(
                new SessionHolder.OfFederatedUser(user.id(), request.name()),
                new SessionAttributes(request.policies(), request.tags()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                request.duration()));
        return new FederatedUser(session, user.account() + ":" + request.name(), arn);
    }

    private static ConditionContext.Builder context(GetFederationTokenRequest request) {
        ConditionContext.Builder context = ConditionContext.builder();
        request.tags().addTo(context);
        return context;
    }
}
