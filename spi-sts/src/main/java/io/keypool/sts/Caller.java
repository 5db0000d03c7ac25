package io.keypool.sts;

import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;
import io.keypool.policy.Policies;
import io.keypool.policy.Policy;
import io.keypool.policy.PolicyRequest;
import io.keypool.policy.Principal;
import java.util.List;
import java.util.Optional;

/** Somebody who proved with a signature who it is, and what it may do. */
public final class Caller {

    private final CallerIdentity identity;
    private final Principal principal;
    private final Policies policies;
    private final List<ContextKey> keys;
    private final Optional<User> user;
    private final Optional<Session> session;
    private final SessionTags tags;

    /**
     * @param keys what policies may ask about the caller and its request
     * @param user who signed with a long-lived key
     */
    Caller(
            CallerIdentity identity,
            Principal principal,
            Policies policies,
            List<ContextKey> keys,
            Optional<User> user,
            Optional<Session> session,
            SessionTags tags) {
        this.identity = identity;
        this.principal = principal;
        this.policies = policies;
        this.keys = List.copyOf(keys);
        this.user = user;
        this.session = session;
        this.tags = tags;
    }

    public CallerIdentity identity() {
        return identity;
    }

    /** The name of the role session or of the federated user; nothing for a user. */
    public Optional<String> sessionName() {
        return session.map(Session::holder).flatMap(Caller::nameOf);
    }

    /** How the caller was proven when it got its credentials, if by a provider. */
    public Optional<Federation> federation() {
        return session.flatMap(Session::federation);
    }

    /** The tags of the session; a role's own are not among them. */
    public SessionTags tags() {
        return tags;
    }

    /** Who is behind the session, as its maker said. */
    public Optional<String> sourceIdentity() {
        return session.flatMap(Session::sourceIdentity);
    }

    /**
     * Whether the caller may do that.
     *
     * @param action as in {@code s3:GetObject}
     * @param resource an ARN, or {@code *}
     * @param request the keys of the request; those of the caller are added, and win
     */
    public Decision decide(String action, String resource, ConditionContext.Builder request) {
        return policies.decide(asks(action, resource, request));
    }

    /** As {@link #decide}, when what is asked for has a policy of its own. */
    Decision decide(String action, String resource, ConditionContext.Builder request, Policy ofResource) {
        return policies.withResource(ofResource).decide(asks(action, resource, request));
    }

    /** Nothing for temporary credentials. */
    Optional<User> user() {
        return user;
    }

    boolean isRole() {
        return principal instanceof Principal.RoleSession;
    }

    /** By what the caller's session may be revoked; what is made from it ends with it. */
    List<SessionOrigin> origins() {
        return session.map(Session::origins).orElse(List.of());
    }

    Optional<Session> session() {
        return session;
    }

    private PolicyRequest asks(String action, String resource, ConditionContext.Builder request) {
        keys.forEach(key -> key.addTo(request));
        return new PolicyRequest(principal, action, resource, request.build());
    }

    private static Optional<String> nameOf(SessionHolder holder) {
        if (holder instanceof SessionHolder.OfRole role) {
            return Optional.of(role.sessionName().value());
        }
        return holder instanceof SessionHolder.OfFederatedUser federated
                ? Optional.of(federated.name())
                : Optional.empty();
    }
}
