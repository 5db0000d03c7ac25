package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * AssumeRoleWithWebIdentity and the protocol around it: parameters that the service model does not allow. Source:
 * reference/aws-contract.md §4.1 to §4.3.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebIdentityParametersIT {

    private final Keypool keypool;
    private final String token;

    WebIdentityParametersIT(Keypool keypool) {
        this.keypool = keypool;
        this.token = keypool.openIdToken(keypool.newGuest());
    }

    @ParameterizedTest
    @CsvSource({
        "899, Member must have value greater than or equal to 900",
        "43201, Member must have value less than or equal to 43200",
        "-1, Member must have value greater than or equal to 900"
    })
    void refusesADurationOutsideOfTheModel(String seconds, String constraint) {
        StsAnswer.assertRefused(
                post(WebIdentityCall.with("DurationSeconds", seconds, token)),
                400,
                "ValidationError",
                "1 validation error detected: Value '" + seconds
                        + "' at 'durationSeconds' failed to satisfy constraint: " + constraint);
    }

    @Test
    void refusesADurationBeyondTheRolesOwn() {
        StsAnswer.assertRefused(
                post(WebIdentityCall.with("DurationSeconds", "3601", token)),
                400,
                "ValidationError",
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"an hour", "", "3600.5", "99999999999999999999"})
    void refusesADurationThatIsNoInteger(String seconds) {
        assertThat(StsAnswer.refusal(
                        post(WebIdentityCall.with("DurationSeconds", seconds, token)), 400, "ValidationError"))
                .contains("'durationSeconds'");
    }

    @ParameterizedTest
    @CsvSource({
        "Session1:2, 'Member must satisfy regular expression pattern: [\\w+=,.@-]*'",
        "a, Member must have length greater than or equal to 2"
    })
    void refusesASessionNameOutsideOfTheModel(String name, String constraint) {
        StsAnswer.assertRefused(
                post(WebIdentityCall.with("RoleSessionName", name, token)),
                400,
                "ValidationError",
                "1 validation error detected: Value '" + name + "' at 'roleSessionName' failed to satisfy constraint: "
                        + constraint);
    }

    @ParameterizedTest
    @CsvSource({"RoleArn, roleArn", "RoleSessionName, roleSessionName", "WebIdentityToken, webIdentityToken"})
    void requiresItsParameters(String parameter, String member) {
        StsAnswer.assertRefused(
                post(WebIdentityCall.without(parameter, token)),
                400,
                "ValidationError",
                "1 validation error detected: Value null at '" + member
                        + "' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void refusesARoleArnThatIsNoArn() {
        StsAnswer.assertRefused(
                post(WebIdentityCall.with("RoleArn", "role/DemoGuest-is-no-arn", token)),
                400,
                "ValidationError",
                "role/DemoGuest-is-no-arn is invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts.google.com", "https://www.amazon.com", "cognito-identity.amazonaws.com"})
    void refusesAProviderIdThatIsNone(String provider) {
        StsAnswer.assertRefused(
                post(WebIdentityCall.with("ProviderId", provider, token)),
                400,
                "ValidationError",
                "1 validation error detected: Value at 'providerId' failed to satisfy constraint: Member must satisfy"
                        + " enum value set: [www.amazon.com, graph.facebook.com]; an OpenID token names its provider"
                        + " itself");
    }

    /** Who asks for less must not get more: a limit that is not understood or does not exist is no limit. */
    @ParameterizedTest
    @CsvSource({
        "Policy, '{\"Version\":\"2012-10-17\",\"Statement\":[]}'",
        "PolicyArns.member.1.arn, arn:aws:iam::aws:policy/ReadOnlyAccess"
    })
    void refusesLimitsThatCannotBeKept(String parameter, String value) {
        StsAnswer.refusal(post(WebIdentityCall.with(parameter, value, token)), 400, "MalformedPolicyDocument");
    }

    @Test
    void refusesAnotherVersionOfTheApi() {
        StsAnswer.assertRefused(
                post(WebIdentityCall.with("Version", "2010-05-08", token)),
                400,
                "InvalidAction",
                "Could not find operation AssumeRoleWithWebIdentity for version 2010-05-08");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AssumeRoot", "assumerolewithwebidentity", "AssumeRoleWithWebIdentity "})
    void refusesAnActionThatItDoesNotServe(String action) {
        StsAnswer.assertRefused(
                post(WebIdentityCall.with("Action", action, token)),
                400,
                "InvalidAction",
                "Could not find operation " + action + " for version 2011-06-15");
    }

    @Test
    void asksForAnAction() {
        StsAnswer.refusal(post(WebIdentityCall.without("Action", token)), 400, "MissingAction");
    }

    /** An escaped separator belongs to the value; who reads it as one lets a value add parameters. */
    @ParameterizedTest
    @ValueSource(strings = {"/realms/demo/sts", "/"})
    void readsEscapedSeparatorsAsPartOfTheValue(String path) {
        String name = "ab&DurationSeconds=900";
        String query = RawHttp.encode(WebIdentityCall.with("RoleSessionName", name, token));

        StsAnswer.assertRefused(
                keypool.raw().get(URI.create(keypool.url().resolve(path) + "?" + query)),
                400,
                "ValidationError",
                "1 validation error detected: Value '" + name + "' at 'roleSessionName' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern: [\\w+=,.@-]*");
    }

    private HttpResponse<String> post(Map<String, String> call) {
        return keypool.raw().form(keypool.sts("demo"), call);
    }
}
