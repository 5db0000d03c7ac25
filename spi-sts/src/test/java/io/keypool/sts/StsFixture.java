package io.keypool.sts;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.aws.Secret;
import io.keypool.aws.Tags;
import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.policy.Policies;
import io.keypool.policy.Policy;
import io.keypool.policy.PolicyKind;
import io.keypool.policy.TrustPolicy;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * A realm in memory: roles, users, managed policies, a clock that stands still, and AWS's own signer for its callers.
 */
final class StsFixture {

    static final AccountId ACCOUNT = AccountId.DEFAULT;
    static final String POOL = "us-east-1:a0d";
    static final String TRUSTS_THE_POOL = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity",
            "Principal":{"Federated":"cognito-identity.amazonaws.com"},
            "Condition":{"StringEquals":{"cognito-identity.amazonaws.com:aud":"us-east-1:a0d"}}}}""";

    private static final byte[] FORM = "Action=GetCallerIdentity&Version=2011-06-15".getBytes(StandardCharsets.UTF_8);
    private static final SessionKey KEY =
            new SessionKey("realm-id", "key-1", new SessionKey.KeyMaterial(new byte[SessionKey.KeyMaterial.LENGTH]));

    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, User> users = new HashMap<>();
    private final Map<Arn, Policy> managed = new HashMap<>();
    private final Map<SessionOrigin, Instant> revoked = new HashMap<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00.900Z");
    private WebIdentity identity = identity(POOL);
    private Optional<SamlIdentity> samlIdentity = Optional.empty();
    private int assertionsUsed;

    final SecurityTokenService service = new SecurityTokenService(
            new Ports(
                    new RolesInMemory(),
                    arn -> Optional.ofNullable(managed.get(arn)),
                    new UsersInMemory(),
                    (token, provider) -> identity,
                    new OneAssertion(),
                    new OneKey(),
                    new SessionPolicyReader(),
                    this::isRevoked,
                    new RequestFacts("192.0.2.1", true, Optional.of("test")),
                    () -> now,
                    new SecureRandom()),
            new SigningRules(Set.of("us-east-1"), Duration.ofMinutes(15)));

    void setNow(String instant) {
        now = Instant.parse(instant);
    }

    void setToken(WebIdentity proven) {
        identity = proven;
    }

    void setAssertion(SamlIdentity proven) {
        samlIdentity = Optional.of(proven);
    }

    /** How often an assertion was used up. */
    int assertionsUsed() {
        return assertionsUsed;
    }

    void revoke(SessionOrigin origin) {
        revoked.put(origin, now);
    }

    private boolean isRevoked(Collection<SessionOrigin> origins, Instant issuedAt) {
        return origins.stream()
                .anyMatch(origin -> !revoked.getOrDefault(origin, Instant.MIN).isBefore(issuedAt));
    }

    void removeRole(String name) {
        roles.remove(name);
    }

    Arn role(String name, String trustPolicy, String... permissions) {
        return role(name, trustPolicy, Tags.NONE, permissions);
    }

    Arn role(String name, String trustPolicy, Tags tags, String... permissions) {
        Role role = new Role(
                name,
                "AROA" + name,
                ACCOUNT,
                "/",
                name,
                TrustPolicy.parse(trustPolicy, RequestFacts.TRUST_POLICY_KEYS),
                Duration.ofHours(2),
                identityPolicies(permissions),
                tags);
        roles.put(name, role);
        return role.arn();
    }

    Arn user(String name, String... permissions) {
        User user = new User(name, "AIDA" + name, ACCOUNT, name, identityPolicies(permissions));
        users.put(name, user);
        return user.arn();
    }

    Arn managedPolicy(String name, String document) {
        Arn arn = Arn.managedPolicy(ACCOUNT, "/", name);
        managed.put(arn, Policy.parse(document, PolicyKind.IDENTITY));
        return arn;
    }

    void removeManagedPolicy(Arn arn) {
        managed.remove(arn);
    }

    private static Policies identityPolicies(String... documents) {
        List<Policy> policies = new ArrayList<>();
        for (String document : documents) {
            policies.add(Policy.parse(document, PolicyKind.IDENTITY));
        }
        return Policies.ofIdentity(policies);
    }

    static WebIdentity identity(String audience) {
        return identity(audience, WebIdentity.SessionClaims.NONE);
    }

    static WebIdentity identity(String audience, WebIdentity.SessionClaims claims) {
        return new WebIdentity(
                "cognito-identity.amazonaws.com",
                Set.of("cognito-identity.amazonaws.com"),
                Set.of("cognito-identity.amazonaws.com"),
                "us-east-1:5ub",
                audience,
                List.of("unauthenticated"),
                claims);
    }

    /** The caller of GetCallerIdentity, signed with temporary credentials. */
    Caller caller(Credentials credentials) {
        return service.authenticate(
                signed(AwsSessionCredentialsIdentity.create(
                        credentials.accessKeyId(),
                        credentials.secretAccessKey().reveal(),
                        credentials.sessionToken().reveal())),
                "sts");
    }

    /** The caller of GetCallerIdentity, signed with a user's own key. */
    Caller caller(String user) {
        return caller(user, "secret-of-" + user);
    }

    Caller caller(String user, String secret) {
        return service.authenticate(signed(AwsCredentialsIdentity.create(user, secret)), "sts");
    }

    private SignedHttpRequest signed(AwsCredentialsIdentity credentials) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://localhost/"))
                .build();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.request(request)
                        .payload(() -> new ByteArrayInputStream(FORM))
                        .identity(credentials)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)));
        return new SignedHttpRequest("POST", "/", "", signed.request().headers(), FORM);
    }

    private final class OneAssertion implements SamlAssertions, SamlAssertions.Proven {

        @Override
        public Proven verify(Arn provider, Secret assertion) {
            return this;
        }

        @Override
        public SamlIdentity identity() {
            return samlIdentity.orElseThrow();
        }

        @Override
        public void use() {
            assertionsUsed++;
        }
    }

    private final class RolesInMemory implements Roles {

        @Override
        public Optional<Role> find(Arn arn) {
            return roles.values().stream()
                    .filter(role -> role.arn().equals(arn))
                    .findFirst();
        }

        @Override
        public Optional<Role> byId(String id) {
            return Optional.ofNullable(roles.get(id));
        }
    }

    private final class UsersInMemory implements Users {

        @Override
        public Optional<LongLivedKey> findByAccessKey(String accessKeyId) {
            return byId(accessKeyId)
                    .map(user -> new LongLivedKey(
                            user, List.of(new Secret("secret-of-" + user.name()), new Secret("rotated"))));
        }

        @Override
        public Optional<User> byId(String id) {
            return Optional.ofNullable(users.get(id));
        }
    }

    private static final class OneKey implements SessionKeys {

        @Override
        public SessionKey active() {
            return KEY;
        }

        @Override
        public Optional<SessionKey> find(String id) {
            return Optional.of(KEY).filter(key -> key.id().equals(id));
        }
    }
}
