package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentity.model.GetOpenIdTokenForDeveloperIdentityResponse;

/**
 * GetOpenIdTokenForDeveloperIdentity. Source: reference/aws-contract.md §1.5, §1.6, §3; Cognito API,
 * DeveloperUserAlreadyRegisteredException.
 */
@ExtendWith({KeypoolExtension.class, DemoPoolExtension.class})
final class GetOpenIdTokenForDeveloperIdentityIT {

    private static final String NO_PROVIDER = "Please provide the developer provider of this identity pool.";
    private static final String REGISTERED =
            "The provided developer user identifier is already registered with Cognito under a different identity ID.";

    private final Keypool keypool;
    private final DemoPool pool;
    private final Backend backend;

    GetOpenIdTokenForDeveloperIdentityIT(Keypool keypool, DemoPool pool) {
        this.keypool = keypool;
        this.pool = pool;
        this.backend = Backend.ofDemo(keypool, pool.id());
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void aNewUserIsGivenAnIdentityAndATokenForIt() {
        GetOpenIdTokenForDeveloperIdentityResponse answer = backend.token("ann");

        assertThat(answer.identityId()).matches("us-east-1:[0-9a-f-]{36}");
        assertThat(answer.equalsBySdkFields(GetOpenIdTokenForDeveloperIdentityResponse.builder()
                        .identityId(answer.identityId())
                        .token(answer.token())
                        .build()))
                .isTrue();
        Map<String, Object> claims = claims(answer.token());
        Instant issued = time(claims, "iat");
        assertThat(issued).isCloseTo(Instant.now(), within(60, ChronoUnit.SECONDS));
        assertThat(claims)
                .isEqualTo(Map.of(
                        "iss",
                        keypool.identityPool("demo").toString(),
                        "sub",
                        answer.identityId(),
                        "aud",
                        List.of(pool.id()),
                        "amr",
                        List.of(
                                "authenticated",
                                Backend.DEMO_PROVIDER,
                                Backend.DEMO_PROVIDER + ":" + pool.id() + ":ann"),
                        "https://cognito-identity.amazonaws.com/identity-pool-arn",
                        "arn:aws:cognito-identity:us-east-1:000000000000:identitypool/" + pool.id(),
                        "iat",
                        Date.from(issued),
                        "exp",
                        Date.from(issued.plusSeconds(900))));
    }

    @Test
    void aKnownUserHasTheSameIdentityAgain() {
        String ann = backend.identity("ann");

        assertThat(backend.identity("ann")).isEqualTo(ann);
        assertThat(backend.link("ann", ann)).isEqualTo(ann);
        assertThat(backend.identity("Ann")).as("another user").isNotEqualTo(ann);
    }

    @Test
    void theSameUserOfAnotherPoolIsAnotherIdentity() {
        try (DemoPool other = DemoPool.create(keypool)) {
            assertThat(new Backend(backend.cognito(), other.id(), Backend.DEMO_PROVIDER).identity("ann"))
                    .isNotEqualTo(backend.identity("ann"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 86_400})
    void aTokenLastsAsLongAsTheBackendSays(long seconds) {
        Map<String, Object> claims = claims(
                backend.token("ann", request -> request.tokenDuration(seconds)).token());

        Instant issued = time(claims, "iat");
        assertThat(time(claims, "exp")).isEqualTo(issued.plusSeconds(seconds));
    }

    @Test
    void tagsAreInTheToken() {
        String token = backend.token("ann", request -> request.principalTags(Map.of("team", "blue", "grade", "7")))
                .token();

        assertThat(claims(token).get("https://aws.amazon.com/tags"))
                .isEqualTo(Map.of("principal_tags", Map.of("team", List.of("blue"), "grade", List.of("7"))));
    }

    @Test
    void aGuestBecomesTheUserAndKeepsTheIdentity() {
        String guest = pool.guest();

        assertThat(backend.link("ann", guest)).isEqualTo(guest);
        assertThat(backend.identity("ann")).isEqualTo(guest);
    }

    @Test
    void theBackendMayLinkItsUserToAnAuthenticatedIdentity() {
        String bob = pool.identity(bob());

        assertThat(backend.link("ann", bob)).isEqualTo(bob);
        assertThat(backend.link("anna", bob))
                .as("several users of one identity")
                .isEqualTo(bob);
        assertThat(backend.identity("ann")).isEqualTo(bob);
        assertThat(pool.identity(bob())).isEqualTo(bob);
    }

    @Test
    void aPublicLoginIsLinkedInTheSameCall() {
        Map<String, String> both = new HashMap<>(bob());
        both.put(Backend.DEMO_PROVIDER, "ann");

        String identity = backend.token("ann", request -> request.logins(both)).identityId();

        assertThat(backend.identity("ann")).isEqualTo(identity);
        assertThat(pool.identity(bob())).as("without the backend").isEqualTo(identity);
    }

    @Test
    void aPublicLoginThatFailsFailsTheCall() {
        Map<String, String> both =
                Map.of(Backend.DEMO_PROVIDER, "ann", PasswordLogin.provider(keypool, "social"), "no token");

        CognitoRefusal.assertRefused(
                () -> backend.token("ann", request -> request.logins(both)),
                "NotAuthorizedException",
                "Invalid login token. Not a valid OpenId Connect identity token.");
        String guest = pool.guest();
        assertThat(backend.link("ann", guest)).as("nobody had the user yet").isEqualTo(guest);
    }

    @Test
    void aUserOfAnotherIdentityIsRegisteredAlready() {
        String ann = backend.identity("ann");

        for (String other : List.of(pool.guest(), pool.identity(bob()), backend.identity("ben"))) {
            CognitoRefusal.assertRefused(
                    () -> backend.link("ann", other), "DeveloperUserAlreadyRegisteredException", REGISTERED);
        }
        assertThat(backend.identity("ann")).isEqualTo(ann);
    }

    @Test
    void anIdentityOfAnotherPoolIsNotThere() {
        String elsewhere = keypool.newGuest();

        CognitoRefusal.assertRefused(
                () -> backend.link("ann", elsewhere),
                "ResourceNotFoundException",
                "Identity '" + elsewhere + "' not found.");
    }

    @Test
    void aCallWithoutThePoolsDeveloperProviderIsRefused() {
        CognitoRefusal.assertRefused(
                () -> backend.token("ann", request -> request.logins(Map.of("login.other", "ann"))),
                "InvalidParameterException",
                NO_PROVIDER);
        CognitoRefusal.assertRefused(
                () -> backend.token("ann", request -> request.logins(bob())), "InvalidParameterException", NO_PROVIDER);
        CognitoRefusal.assertRefused(
                () -> backend.token("ann", request -> request.logins(Map.of())),
                "InvalidParameterException",
                NO_PROVIDER);
    }

    @Test
    void aUserIdentifierIsAnyTextOfUpTo1024Characters() {
        String longest = "\ud83d\ude00".repeat(1024);

        assertThat(backend.identity(longest)).isEqualTo(backend.identity(longest));
        assertThat(backend.lookup(backend.identity(longest)).developerUserIdentifierList())
                .containsExactly(longest);
        for (String unusable : List.of(longest + "x", "a\0b")) {
            CognitoRefusal.assertRefused(
                    () -> backend.identity(unusable),
                    "InvalidParameterException",
                    "A developer user identifier is Unicode text of at most 1024 characters without NUL.");
        }
    }

    @Test
    void tagsThatNoSessionCanHaveAreRefused() {
        CognitoRefusal.assertRefused(
                () -> backend.token("ann", request -> request.principalTags(Map.of("team", "a|b"))),
                "InvalidParameterException",
                "Invalid principal tags: a tag value is not valid.");
    }

    @Test
    void aTokenOfAPoolIsNoPublicLogin() {
        String token = backend.token("ann").token();

        CognitoRefusal.assertRefused(
                () -> backend.token(
                        "ben",
                        request -> request.logins(
                                Map.of(Backend.DEMO_PROVIDER, "ben", "cognito-identity.amazonaws.com", token))),
                "NotAuthorizedException",
                "Invalid login token. Can't pass in a Cognito token.");
    }

    @Test
    void manyCallsForOneNewUserAreOneIdentity() {
        List<Callable<String>> calls = Stream.generate(() -> (Callable<String>) () -> backend.identity("ann"))
                .limit(64)
                .toList();

        assertThat(Parallel.all(calls).stream().distinct()).hasSize(1);
    }

    private Map<String, String> bob() {
        return PasswordLogin.of(keypool, "social", "bob").logins();
    }

    private static Instant time(Map<String, Object> claims, String name) {
        if (claims.get(name) instanceof Date time) {
            return time.toInstant();
        }
        throw new AssertionError(name + " is no time: " + claims);
    }

    private static Map<String, Object> claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getClaims();
        } catch (ParseException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
