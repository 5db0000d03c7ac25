package io.keypool.sts;

import io.keypool.aws.AwsFault;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;
import io.keypool.policy.TrustRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody with a token or an assertion: it has no policies of its own, so the trust policy decides alone. */
final class FederatedCandidate implements Candidate {

    private final Federation proven;
    private final List<SessionOrigin> ancestry;
    private final List<ContextKey> requestKeys;
    private final Optional<Instant> end;

    /** @param end when what proves it ends, and with it every session */
    FederatedCandidate(
            Federation proven, List<SessionOrigin> ancestry, List<ContextKey> requestKeys, Optional<Instant> end) {
        this.proven = proven;
        this.ancestry = ancestry;
        this.requestKeys = requestKeys;
        this.end = end;
    }

    /** The provider and, where it says so, whom it knows. */
    @Override
    public String name() {
        return proven.keys().stream()
                .filter(key -> key.name().endsWith(":sub"))
                .findFirst()
                .map(sub -> proven.provider() + ":" + sub.values().get(0))
                .orElse(proven.provider());
    }

    @Override
    public Decision decide(Role role, String action, ConditionContext.Builder context) {
        requestKeys.forEach(key -> key.addTo(context));
        context.single("aws:FederatedProvider", proven.provider());
        proven.keys().forEach(key -> key.addTo(context));
        return role.trustPolicy().decide(new TrustRequest(proven.principals(), action, context.build()));
    }

    @Override
    public AwsFault refusal(String action, RoleRequest request) {
        return StsFault.notAuthorized(action);
    }

    @Override
    public Optional<Federation> federation() {
        return Optional.of(proven);
    }

    @Override
    public Optional<Instant> end() {
        return end;
    }

    @Override
    public List<SessionOrigin> ancestry() {
        return ancestry;
    }
}
