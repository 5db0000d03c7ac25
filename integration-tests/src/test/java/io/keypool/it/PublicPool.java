package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.cognitoidentity.model.ExternalServiceException;
import software.amazon.awssdk.services.cognitoidentity.model.GetOpenIdTokenResponse;

/** A pool that takes logins of one public provider, in a realm of its own with an identity provider for it. */
final class PublicPool implements AutoCloseable {

    static final String OTHER_APP = "Token is not from a supported provider of this identity pool.";
    static final String NOT_SIGNED = "Invalid login token. Couldn't verify signed token.";
    static final String NO_ID_TOKEN = "Invalid login token. Not a valid OpenId Connect identity token.";
    static final String NO_ACCESS_TOKEN = "Invalid login token. Not a valid access token.";

    private final OwnRealm realm;
    private final String provider;
    private final String id;

    private PublicPool(Keypool keypool, String provider, String apps) {
        this.realm = OwnRealm.create(keypool);
        this.provider = provider;
        this.id = realm.addPool(Map.of(
                "signatureAlgorithm",
                "ES256",
                "supportedLoginProviders",
                Admin.tree(Map.of(provider, apps)).toString()));
    }

    /**
     * @param provider as {@code Logins} names it
     * @param apps whose tokens the pool takes, separated by semicolons
     */
    static PublicPool create(Keypool keypool, String provider, String apps) {
        return new PublicPool(keypool, provider, apps);
    }

    /** Adds the identity provider to the realm. */
    PublicPool with(String providerId, Map<String, String> config) {
        realm.addBroker(providerId, providerId, config);
        return this;
    }

    String guest() {
        return realm.newGuest(id);
    }

    /** The identity of who has that token. */
    String identity(String token) {
        return realm.cognito()
                .getId(request -> request.identityPoolId(id).logins(Map.of(provider, token)))
                .identityId();
    }

    /** The identity that one is who names an identity and has that token. */
    String identity(String identityId, String token) {
        return openIdToken(identityId, token).identityId();
    }

    List<Object> amr(String identityId, String token) {
        try {
            return JWTParser.parse(openIdToken(identityId, token).token())
                    .getJWTClaimsSet()
                    .getListClaim("amr");
        } catch (ParseException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private GetOpenIdTokenResponse openIdToken(String identityId, String token) {
        return realm.cognito()
                .getOpenIdToken(request -> request.identityId(identityId).logins(Map.of(provider, token)));
    }

    void assertRefused(String token, String message) {
        NotAuthorized.assertRefused(() -> identity(token), message);
    }

    void assertExpired(String token) {
        assertThat(NotAuthorized.message(() -> identity(token)))
                .matches("Invalid login token\\. Token expired: \\d{10} >= \\d{10}");
    }

    static void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ExternalServiceException.class,
                        failure -> assertThat(failure.awsErrorDetails().errorMessage())
                                .isEqualTo("The login provider could not be asked. Please try again."));
    }

    /** A login that fails leaves a guest as it was. */
    void assertStillGuest(String identityId) {
        assertThat(realm.openIdToken(identityId)).isNotEmpty();
    }

    @Override
    public void close() {
        realm.close();
    }
}
