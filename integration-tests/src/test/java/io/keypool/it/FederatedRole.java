package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** Roles of a realm that trust providers, and AWS's client that asks for them. */
final class FederatedRole implements AutoCloseable {

    private final OwnRealm realm;
    private final StsClient client;

    FederatedRole(Keypool keypool, OwnRealm realm) {
        this.realm = realm;
        this.client = keypool.anonymousSts(realm.name());
    }

    StsClient client() {
        return client;
    }

    /** A role that trusts that provider for AssumeRoleWithWebIdentity under those conditions; its ARN. */
    String trusting(String provider, String conditions) {
        return trusting(provider, conditions, List.of("sts:AssumeRoleWithWebIdentity"));
    }

    /** A role that trusts that provider for those actions; its ARN. */
    String trusting(String provider, String conditions, List<String> actions) {
        return realm.addRole(
                "role-" + UUID.randomUUID(), """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"Federated": "%s"},
                 "Action": ["%s"], "Condition": %s}}""".formatted(provider, String.join("\", \"", actions), conditions));
    }

    AssumeRoleWithWebIdentityResponse assume(String role, String token) {
        return assume(role, token, request -> {});
    }

    AssumeRoleWithWebIdentityResponse assume(
            String role, String token, Consumer<AssumeRoleWithWebIdentityRequest.Builder> change) {
        return client.assumeRoleWithWebIdentity(request ->
                change.accept(request.roleArn(role).roleSessionName("a-session").webIdentityToken(token)));
    }

    void assertRefused(String role, String token, String code, String message) {
        assertRefused(() -> assume(role, token), code, message);
    }

    void assertDenied(String role, String token) {
        assertRefused(role, token, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }

    static void assertRefused(ThrowingCallable call, String code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StsException.class, refusal -> {
            assertThat(refusal.awsErrorDetails().errorMessage()).startsWith(message);
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
        });
    }

    @Override
    public void close() {
        client.close();
    }
}
