package io.keypool.sts;

import io.keypool.aws.Arn;
import io.keypool.aws.Tags;
import io.keypool.policy.Policies;
import io.keypool.policy.Policy;
import io.keypool.policy.PolicyKind;
import io.keypool.policy.PolicyLimits;
import io.keypool.policy.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a user or the holder of a session is called, and may do now: roles and users change under their sessions. */
final class CallerRights {

    /** For session policies of which none exists any more: they limit to nothing. */
    private static final Policy NOTHING = Policy.denyingEverything(PolicyKind.SESSION);

    /**
     * What AWS does not let such credentials do, whatever their user may.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html">IAM User
     *     Guide, Compare AWS STS credentials</a>
     */
    private static final Policy LIMITS_OF_SESSION_TOKENS = limits("limits of GetSessionToken", """
            ["iam:*", "sts:GetSessionToken", "sts:GetFederationToken", "sts:GetAccessKeyInfo",
             "sts:DecodeAuthorizationMessage"]""");

    private static final Policy LIMITS_OF_FEDERATED_USERS =
            limits("limits of GetFederationToken", "[\"iam:*\", \"sts:*\"]");

    private final Ports ports;
    private final String region;

    /** @param region the region that the request is signed for */
    CallerRights(Ports ports, String region) {
        this.ports = ports;
        this.region = region;
    }

    Caller ofUser(User user) {
        CallerIdentity identity = new CallerIdentity(user.uniqueId(), user.account(), user.arn());
        List<ContextKey> keys = keys(identity, user.arn(), "User");
        keys.add(ContextKey.single("aws:username", user.name()));
        return new Caller(
                identity,
                new Principal.User(user.arn()),
                user.permissions(),
                keys,
                Optional.of(user),
                Optional.empty(),
                SessionTags.NONE);
    }

    /** Nothing when the role or user of the session is gone. */
    Optional<Caller> ofSession(Session session) {
        SessionPolicyReader.Read read = ports.sessionPolicies().read(session.attributes());
        if (session.holder() instanceof SessionHolder.OfRole holder) {
            return ports.roles().byId(holder.roleId()).map(role -> ofRole(session, read, role, holder.sessionName()));
        }
        if (session.holder() instanceof SessionHolder.OfUser holder) {
            return ports.users().byId(holder.userId()).map(user -> ofUser(session, user));
        }
        if (session.holder() instanceof SessionHolder.OfFederatedUser holder) {
            return ports.users().byId(holder.userId()).map(user -> ofFederatedUser(session, read, user, holder.name()));
        }
        throw new IllegalStateException("a session has a holder of a known kind");
    }

    private Caller ofRole(Session session, SessionPolicyReader.Read read, Role role, RoleSessionName name) {
        CallerIdentity identity = new CallerIdentity(role.sessionId(name), role.account(), role.sessionArn(name));
        Set<String> federated = session.federation().map(Federation::principals).orElse(Set.of());
        List<ContextKey> keys = sessionKeys(identity, role.arn(), "AssumedRole", session);
        keys.addAll(tagKeys(role.tags(), read.attributes().tags()));
        return new Caller(
                identity,
                new Principal.RoleSession(identity.arn(), role.arn(), federated),
                limited(role.permissions(), read),
                keys,
                Optional.empty(),
                Optional.of(session),
                read.attributes().tags());
    }

    private Caller ofUser(Session session, User user) {
        CallerIdentity identity = new CallerIdentity(user.uniqueId(), user.account(), user.arn());
        List<ContextKey> keys = sessionKeys(identity, user.arn(), "User", session);
        keys.add(ContextKey.single("aws:username", user.name()));
        return new Caller(
                identity,
                new Principal.User(user.arn()),
                with(user.permissions(), LIMITS_OF_SESSION_TOKENS),
                keys,
                Optional.empty(),
                Optional.of(session),
                SessionTags.NONE);
    }

    private Caller ofFederatedUser(Session session, SessionPolicyReader.Read read, User user, String name) {
        Arn arn = Arn.federatedUser(user.account(), name);
        CallerIdentity identity = new CallerIdentity(user.account() + ":" + name, user.account(), arn);
        List<ContextKey> keys = sessionKeys(identity, arn, "FederatedUser", session);
        keys.addAll(tagKeys(Tags.NONE, read.attributes().tags()));
        Policies limited = limited(with(user.permissions(), LIMITS_OF_FEDERATED_USERS), read);
        return new Caller(
                identity,
                new Principal.FederatedUser(arn, user.arn()),
                // Without session policies a federated user may do nothing (AWS, GetFederationToken).
                limited.session().isEmpty() ? limited.withSession(List.of(NOTHING)) : limited,
                keys,
                Optional.empty(),
                Optional.of(session),
                read.attributes().tags());
    }

    private Policies limited(Policies policies, SessionPolicyReader.Read read) {
        SessionPolicies wanted = read.attributes().policies();
        if (wanted.isEmpty()) {
            return policies;
        }
        List<Policy> session = new ArrayList<>(read.inline());
        wanted.managed().forEach(arn -> ports.managedPolicies().find(arn).ifPresent(session::add));
        return policies.withSession(session.isEmpty() ? List.of(NOTHING) : session);
    }

    private List<ContextKey> sessionKeys(CallerIdentity identity, Arn principal, String type, Session session) {
        List<ContextKey> keys = keys(identity, principal, type);
        keys.add(ContextKey.single("aws:TokenIssueTime", session.issuedAt().toString()));
        // No device of a user's own is ever asked for here.
        keys.add(ContextKey.single("aws:MultiFactorAuthPresent", "false"));
        session.sourceIdentity().ifPresent(source -> keys.add(ContextKey.single("aws:SourceIdentity", source)));
        session.federation().ifPresent(federation -> {
            keys.add(ContextKey.single("aws:FederatedProvider", federation.provider()));
            keys.addAll(federation.keys());
        });
        return keys;
    }

    private List<ContextKey> keys(CallerIdentity identity, Arn principal, String type) {
        List<ContextKey> keys = ports.request().keys(ports.clock().instant());
        keys.add(ContextKey.single("aws:RequestedRegion", region));
        keys.add(ContextKey.single("aws:PrincipalArn", principal.toString()));
        keys.add(ContextKey.single("aws:PrincipalAccount", identity.account().value()));
        keys.add(ContextKey.single("aws:PrincipalType", type));
        keys.add(ContextKey.single("aws:userid", identity.userId()));
        return keys;
    }

    /** A session's tag wins over the role's of the same key, in whatever case. */
    private static List<ContextKey> tagKeys(Tags ofRole, SessionTags ofSession) {
        Map<String, String> tags = new LinkedHashMap<>();
        ofRole.values().forEach((key, value) -> tags.put(key.toLowerCase(Locale.ROOT), value));
        ofSession.tags().values().forEach((key, value) -> tags.put(key.toLowerCase(Locale.ROOT), value));
        return tags.entrySet().stream()
                .map(tag -> ContextKey.single("aws:PrincipalTag/" + tag.getKey(), tag.getValue()))
                .toList();
    }

    private static Policies with(Policies policies, Policy limits) {
        List<Policy> identity = new ArrayList<>(policies.identity());
        identity.add(limits);
        return new Policies(identity, policies.boundary(), policies.session(), policies.resource());
    }

    private static Policy limits(String name, String actions) {
        String document = "{\"Statement\": {\"Effect\": \"Deny\", \"Resource\": \"*\", \"Action\": " + actions + "}}";
        return Policy.parse(document, PolicyKind.IDENTITY, name, PolicyLimits.MANAGED);
    }
}
