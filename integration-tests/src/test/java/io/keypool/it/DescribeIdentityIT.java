package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityResponse;

/**
 * DescribeIdentity. Source: reference/aws-contract.md §1.1 (resource and condition key), §1.2 (IdentityDescription),
 * §9.8; docs/adr/0010 for providers that are gone.
 */
@ExtendWith({KeypoolExtension.class, DemoPoolExtension.class})
final class DescribeIdentityIT {

    private static final String SECRET = "some-secret-0123456789";

    private final Keypool keypool;
    private final DemoPool pool;
    private final Backend backend;

    DescribeIdentityIT(Keypool keypool, DemoPool pool) {
        this.keypool = keypool;
        this.pool = pool;
        this.backend = Backend.ofDemo(keypool, pool.id());
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void aGuestHasNoLogins() {
        String guest = pool.guest();

        DescribeIdentityResponse identity = describe(guest);

        assertThat(identity.creationDate()).isCloseTo(Instant.now(), within(60, ChronoUnit.SECONDS));
        assertThat(identity.equalsBySdkFields(DescribeIdentityResponse.builder()
                        .identityId(guest)
                        .logins(List.of())
                        .creationDate(identity.creationDate())
                        .lastModifiedDate(identity.creationDate())
                        .build()))
                .isTrue();
    }

    @Test
    void loginsAreToldByTheNamesOfTheirProviders() {
        Map<String, String> both =
                new HashMap<>(PasswordLogin.of(keypool, "social", "bob").logins());
        both.putAll(PasswordLogin.of(keypool, "demo", "alice").logins());
        String identity = backend.link("ann", pool.identity(both));
        backend.link("anna", identity);

        assertThat(describe(identity).logins())
                .containsExactlyInAnyOrder(
                        PasswordLogin.provider(keypool, "social"),
                        PasswordLogin.provider(keypool, "demo"),
                        Backend.DEMO_PROVIDER);
    }

    @Test
    void aSamlProviderIsToldByItsArn(@TempDir Path directory) {
        try (SamlTenant tenant = SamlTenant.create(keypool, directory);
                CognitoIdentityClient viewer = viewer(tenant.realm())) {
            String identity = tenant.identity(tenant.login("ann"));

            assertThat(viewer.describeIdentity(request -> request.identityId(identity))
                            .logins())
                    .containsExactly(SamlTenant.arn(SamlTenant.CORP));
        }
    }

    @Test
    void aProviderThatThePoolHasNoMoreIsToldAsItIsStored() {
        try (OwnRealm realm = OwnRealm.create(keypool);
                OpenIdStub provider = new OpenIdStub();
                CognitoIdentityClient viewer = viewer(realm)) {
            realm.addBroker("one", provider.broker());
            String own = realm.addPool(List.of(provider.arn()));
            String identity = realm.identity(own, provider.logins(provider.idToken("s-1")));

            realm.configure(OwnRealm.componentOf(own), Map.of("openIdConnectProviderArns", ""));

            assertThat(viewer.describeIdentity(request -> request.identityId(identity))
                            .logins())
                    .containsExactly(provider.provider());
        }
    }

    @Test
    void aLinkChangesTheDateOfModificationOnly() throws InterruptedException {
        String guest = pool.guest();
        Instant created = describe(guest).creationDate();
        Thread.sleep(5);

        backend.link("ann", guest);

        assertThat(describe(guest).creationDate()).isEqualTo(created);
        assertThat(describe(guest).lastModifiedDate()).isAfter(created);
    }

    @Test
    void anIdentityThatWasMergedIsStillDescribed() {
        String source = backend.identity("source");
        backend.identity("destination");
        backend.merge("source", "destination");

        assertThat(describe(source).logins()).isEmpty();
    }

    @Test
    void knowsNobodyElse() {
        String unknown = "us-east-1:00000000-0000-4000-8000-00000000dead";

        CognitoRefusal.assertRefused(
                () -> describe(unknown), "ResourceNotFoundException", "Identity '" + unknown + "' not found.");
    }

    @Test
    void aPolicyMayLimitItToThePoolsByKey() {
        try (OwnRealm realm = OwnRealm.create(keypool)) {
            String mine = realm.addPool(Map.of());
            String other = realm.addPool(Map.of());
            String policy = realm.addManagedPolicy("OnePool", """
                    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Resource": "*",
                     "Action": "cognito-identity:DescribeIdentity",
                     "Condition": {"StringEquals": {"cognito-identity:IdentityPoolArn":
                       "arn:aws:cognito-identity:us-east-1:000000000000:identitypool/%s"}}}}""".formatted(mine));
            realm.addUser("limited", SECRET, Map.of("keypool.policyArns", policy));
            try (CognitoIdentityClient limited =
                    keypool.cognito(realm.name(), AwsBasicCredentials.create("limited", SECRET))) {
                String guest = realm.newGuest(mine);

                assertThat(limited.describeIdentity(request -> request.identityId(guest))
                                .identityId())
                        .isEqualTo(guest);
                for (String closed : List.of(realm.newGuest(other), "us-east-1:00000000-0000-4000-8000-00000000dead")) {
                    CognitoRefusal.assertRefused(
                            () -> limited.describeIdentity(request -> request.identityId(closed)),
                            "AccessDeniedException",
                            "User: arn:aws:iam::000000000000:user/limited is not authorized to perform:"
                                    + " cognito-identity:DescribeIdentity on resource: * because no identity-based"
                                    + " policy allows the cognito-identity:DescribeIdentity action");
                }
            }
        }
    }

    private DescribeIdentityResponse describe(String identity) {
        return backend.cognito().describeIdentity(request -> request.identityId(identity));
    }

    private CognitoIdentityClient viewer(OwnRealm realm) {
        realm.grant(realm.addUser("viewer", SECRET, Map.of()), "view-identity-pools");
        return keypool.cognito(realm.name(), AwsBasicCredentials.create("viewer", SECRET));
    }
}
