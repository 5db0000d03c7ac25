package io.keypool.iam;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.aws.RequestId;
import io.keypool.aws.query.QueryRequest;
import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.iam.Entities.Changeable;
import io.keypool.iam.wire.IamActions;
import io.keypool.policy.ConditionContext;
import io.keypool.policy.Decision;
import io.keypool.policy.Policies;
import io.keypool.policy.Policy;
import io.keypool.policy.PolicyKind;
import io.keypool.policy.PolicyRequest;
import io.keypool.policy.Principal;
import io.keypool.sts.RoleTrust;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An account in memory, and calls to it as they come from the wire. */
final class MemoryAccount {

    static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    static final Arn CALLER = Arn.user(AccountId.DEFAULT, "operator");
    static final String TRUST = """
        {"Statement": {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"},
          "Action": "sts:AssumeRoleWithWebIdentity"}}""";
    static final String ALLOW = """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}""";

    private final Map<String, IamRole> roles = new LinkedHashMap<>();
    private final Map<Arn, ManagedPolicy> policies = new LinkedHashMap<>();
    private final Map<Arn, List<NamedPolicy>> users = new LinkedHashMap<>();
    private final List<OpenIdProvider> openIdProviders = new ArrayList<>();
    private final List<SamlProvider> samlProviders = new ArrayList<>();
    private Policy callers = policy("""
            {"Statement": {"Effect": "Allow", "Action": "iam:*", "Resource": "*"}}""");

    /** What the caller may do from now on. */
    void callerMay(String policy) {
        callers = policy(policy);
    }

    void add(OpenIdProvider provider) {
        openIdProviders.add(provider);
    }

    void add(SamlProvider provider) {
        samlProviders.add(provider);
    }

    void addUser(String name, NamedPolicy policy) {
        users.put(Arn.user(AccountId.DEFAULT, name), List.of(policy));
    }

    /** The answer to a call with those parameters, {@code Name=value} each. */
    String call(String action, String... parameters) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("Action", action, "Version", "2010-05-08"));
        for (String parameter : parameters) {
            String[] pair = parameter.split("=", 2);
            form.put(pair[0], pair[1]);
        }
        String body = form.entrySet().stream()
                .map(entry -> escaped(entry.getKey()) + "=" + escaped(entry.getValue()))
                .collect(Collectors.joining("&"));
        QueryRequest query = QueryRequest.parse(
                new SignedHttpRequest("POST", "/", "", Map.of(), body.getBytes(StandardCharsets.UTF_8)));
        return IamActions.call(query).answer(new IdentityAndAccess(ports(), new Caller()), new RequestId("r"));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Ports ports() {
        return new Ports(
                AccountId.DEFAULT,
                new Store(),
                user -> Optional.ofNullable(users.get(user)),
                new KnownProviders(),
                new RoleTrust("demo"),
                InstantSource.fixed(NOW.plusMillis(345)));
    }

    private static Policy policy(String document) {
        return Policy.parse(document, PolicyKind.IDENTITY);
    }

    private final class Caller implements Authorizer {
        @Override
        public Arn caller() {
            return CALLER;
        }

        @Override
        public Decision decide(String action, String resource, ConditionContext.Builder keys) {
            return Policies.ofIdentity(List.of(callers))
                    .decide(new PolicyRequest(new Principal.User(CALLER), action, resource, keys.build()));
        }
    }

    private final class KnownProviders implements Federation {
        @Override
        public List<OpenIdProvider> openIdProviders() {
            return openIdProviders;
        }

        @Override
        public List<SamlProvider> samlProviders() {
            return samlProviders;
        }
    }

    private final class Store implements EntityStore, Changeable {
        @Override
        public Entities read() {
            return this;
        }

        @Override
        public <T> T change(Function<Changeable, T> work) {
            return work.apply(this);
        }

        @Override
        public List<IamRole> roles() {
            return List.copyOf(roles.values());
        }

        @Override
        public Optional<IamRole> role(String name) {
            return Optional.ofNullable(roles.get(name));
        }

        @Override
        public List<ManagedPolicy> policies() {
            return List.copyOf(policies.values());
        }

        @Override
        public Optional<ManagedPolicy> policy(Arn arn) {
            return Optional.ofNullable(policies.get(arn));
        }

        @Override
        public IamRole add(CreateRoleRequest role, Instant createDate) {
            Arn arn = Arn.role(AccountId.DEFAULT, role.path(), role.name());
            replace(new IamRole(
                    new Entity("id-" + role.name(), "AROA", arn, role.path(), role.name(), createDate),
                    new RoleSettings(
                            role.description(),
                            role.trustPolicy(),
                            role.maxSessionDuration(),
                            new TreeMap<>(),
                            List.of(),
                            role.boundary(),
                            role.tags())));
            return role(role.name()).orElseThrow();
        }

        @Override
        public ManagedPolicy add(CreatePolicyRequest policy, Instant createDate) {
            Arn arn = Arn.managedPolicy(AccountId.DEFAULT, policy.path(), policy.name());
            replace(new ManagedPolicy(
                    new Entity("id-" + policy.name(), "ANPA", arn, policy.path(), policy.name(), createDate),
                    policy.description(),
                    List.of(new PolicyVersion("v1", createDate, policy.document())),
                    "v1",
                    policy.tags()));
            return policy(arn).orElseThrow();
        }

        @Override
        public void replace(IamRole role) {
            roles.put(role.name(), role);
        }

        @Override
        public void replace(ManagedPolicy policy) {
            policies.put(policy.arn(), policy);
        }

        @Override
        public void remove(Entity entity) {
            roles.remove(entity.name());
            policies.remove(entity.arn());
        }
    }
}
