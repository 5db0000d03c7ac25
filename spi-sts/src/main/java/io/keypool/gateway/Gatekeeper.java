package io.keypool.gateway;

import io.keypool.aws.AwsFault;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;
import io.keypool.policy.DecisionTrace;
import io.keypool.sts.Caller;
import io.keypool.sts.SecurityTokenService;
import java.util.Set;

/** The door of one protected service. */
public final class Gatekeeper {

    /** What frameworks take for another method or path than the signed one, when a client asks them to. */
    private static final Set<String> OVERRIDES =
            Set.of("x-http-method-override", "x-http-method", "x-method-override", "x-original-url", "x-rewrite-url");

    private final ProtectedService service;
    private final SecurityTokenService sts;

    public Gatekeeper(ProtectedService service, SecurityTokenService sts) {
        this.service = service;
        this.sts = sts;
    }

    /**
     * Who sent the request, if it may pass.
     *
     * @throws AwsFault in the service's manner, 401 for a request without a signature and else 403
     */
    public Caller admit(OriginalRequest request) {
        try {
            Caller caller = authenticate(request);
            authorize(caller, request);
            return caller;
        } catch (AwsFault fault) {
            throw service.mapping().manner().translate(fault);
        }
    }

    private Caller authenticate(OriginalRequest request) {
        return sts.authenticate(request.signed(service.payload() == Payload.CHECKED), service.signing(request));
    }

    private void authorize(Caller caller, OriginalRequest request) {
        Mapped mapped = OVERRIDES.stream().anyMatch(request::has)
                ? new Mapped.Unmapped("a header asks for another method or path")
                : service.mapping().map(request);
        if (mapped instanceof Mapped.Unmapped unmapped) {
            throw ApiGatewayFault.unmapped(unmapped.reason());
        }
        Mapped.Asked asked = (Mapped.Asked) mapped;
        ConditionContext.Builder context = ConditionContext.builder();
        asked.keys().forEach(context::single);
        Decision decision = caller.decide(asked.action(), asked.resource(), context);
        if (!(decision instanceof Decision.Allow)) {
            throw ApiGatewayFault.notAuthorized(caller.identity().arn(), asked.action(), asked.resource())
                    .because(new DecisionTrace(
                            caller.identity().arn().toString(), asked.action(), asked.resource(), decision));
        }
    }
}
