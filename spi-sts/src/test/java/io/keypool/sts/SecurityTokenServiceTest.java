package io.keypool.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.aws.AwsFault;
import io.keypool.aws.Tags;
import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.policy.Policies;
import io.keypool.policy.TrustPolicy;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** What needs a clock of its own. Source: contract §4.2, §4.3 and AWS's pages of the two actions. */
final class SecurityTokenServiceTest {

    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity",
            "Principal":{"Federated":"cognito-identity.amazonaws.com"},
            "Condition":{"StringEquals":{"cognito-identity.amazonaws.com:aud":"us-east-1:a0d"}}}}""";
    private static final Arn ROLE = Arn.role(AccountId.DEFAULT, "/", "Guest");
    private static final byte[] FORM = "Action=GetCallerIdentity&Version=2011-06-15".getBytes(StandardCharsets.UTF_8);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00.900Z"));
    private final InstantSource clock = now::get;
    private final AtomicReference<Optional<Role>> role = new AtomicReference<>(Optional.of(role(Duration.ofHours(1))));
    private final SecurityTokenService service = new SecurityTokenService(
            new Ports(new OneRole(), token -> identity("us-east-1:a0d"), new OneKey(), clock, new SecureRandom()),
            new SigningRules(Set.of("us-east-1"), Duration.ofMinutes(15)));

    @Test
    void endsASessionWithTheSecondOfItsExpiration() {
        Credentials credentials = assume(Duration.ofMinutes(15)).credentials();
        assertThat(credentials.expiration()).isEqualTo(Instant.parse("2026-01-01T00:15:00Z"));

        now.set(Instant.parse("2026-01-01T00:14:59.999Z"));
        assertThat(service.getCallerIdentity(signed(credentials)).arn())
                .hasToString("arn:aws:sts::000000000000:assumed-role/Guest/session");

        now.set(Instant.parse("2026-01-01T00:15:00Z"));
        assertThatThrownBy(() -> service.getCallerIdentity(signed(credentials)))
                .isInstanceOfSatisfying(AwsFault.class, fault -> {
                    assertThat(fault.code()).isEqualTo("ExpiredToken");
                    assertThat(fault.httpStatus()).isEqualTo(403);
                });
    }

    @Test
    void refusesADurationBeyondTheRolesMaximum() {
        assertThatThrownBy(() -> assume(Duration.ofSeconds(3601)))
                .isInstanceOf(AwsFault.class)
                .hasMessage("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }

    @Test
    void tellsNoLimitToThoseWhoAreNotTrusted() {
        assertThatThrownBy(() -> service.assumeRole(
                        identity("us-east-1:0ther"),
                        new RoleRequest(ROLE, new RoleSessionName("session"), Duration.ofHours(12))))
                .isInstanceOf(AwsFault.class)
                .hasMessage("Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }

    @Test
    void forgetsTheSessionsOfARoleThatIsGone() {
        Credentials credentials = assume(Duration.ofHours(1)).credentials();

        role.set(Optional.empty());
        assertThatThrownBy(() -> service.getCallerIdentity(signed(credentials)))
                .isInstanceOfSatisfying(
                        AwsFault.class, fault -> assertThat(fault.code()).isEqualTo("InvalidClientTokenId"));
    }

    private AssumedRole assume(Duration duration) {
        return service.assumeRole(
                identity("us-east-1:a0d"), new RoleRequest(ROLE, new RoleSessionName("session"), duration));
    }

    private SignedHttpRequest signed(Credentials credentials) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://localhost/"))
                .build();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.request(request)
                        .payload(() -> new ByteArrayInputStream(FORM))
                        .identity(AwsSessionCredentialsIdentity.create(
                                credentials.accessKeyId(),
                                credentials.secretAccessKey().reveal(),
                                credentials.sessionToken().reveal()))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now.get(), ZoneOffset.UTC)));
        return new SignedHttpRequest("POST", "/", "", signed.request().headers(), FORM);
    }

    private static WebIdentity identity(String audience) {
        return new WebIdentity(
                "cognito-identity.amazonaws.com",
                Set.of("cognito-identity.amazonaws.com"),
                Set.of("cognito-identity.amazonaws.com"),
                "us-east-1:5ub",
                audience,
                List.of("unauthenticated"));
    }

    private static Role role(Duration maxSessionDuration) {
        return new Role(
                "role-id",
                "AROAAAAAAAAAAAAAAAAAA",
                AccountId.DEFAULT,
                "/",
                "Guest",
                TrustPolicy.parse(TRUST),
                maxSessionDuration,
                Policies.ofIdentity(List.of()),
                Tags.NONE);
    }

    private final class OneRole implements Roles {

        @Override
        public Optional<Role> find(Arn arn) {
            return role.get().filter(one -> one.arn().equals(arn));
        }

        @Override
        public Optional<Role> byId(String id) {
            return role.get().filter(one -> one.id().equals(id));
        }
    }

    private static final class OneKey implements SessionKeys {

        private static final SessionKey KEY = new SessionKey(
                "realm-id", "key-1", new SessionKey.KeyMaterial(new byte[SessionKey.KeyMaterial.LENGTH]));

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
