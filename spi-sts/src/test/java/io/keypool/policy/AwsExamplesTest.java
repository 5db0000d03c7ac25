package io.keypool.policy;

import static io.keypool.policy.Requests.IDENTITY;
import static io.keypool.policy.Requests.cognito;
import static io.keypool.policy.Requests.guest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.keypool.policy.Decision.Allow;
import io.keypool.policy.Decision.ExplicitDeny;
import io.keypool.policy.Decision.ImplicitDeny;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Trust policies that AWS publishes. Fragments are put into the statement that their page shows first.
 *
 * <p>Sources: Cognito Developer Guide pages role-trust-and-permissions [RTP] and iam-roles [IR], IAM User Guide pages
 * id_roles_create_for-idp_oidc [OIDC] and reference_policies_multi-value-conditions [MV].
 */
class AwsExamplesTest {
    private static final String CAFE = "us-east-1:12345678-corner-cafe-123456790ab";
    private static final String ABCD = "us-east-1:12345678-abcd-abcd-abcd-123456790ab";
    private static final String DCBA = "us-east-1:98765432-dcba-dcba-dcba-123456790ab";
    private static final String OIDC_ARN = "arn:aws:iam::123456789012:oidc-provider/server.example.com";

    private static final Named<String> UNAUTHENTICATED = named("[RTP] unauthenticated role", """
        {"Version": "2012-10-17", "Statement": [{"Sid": "", "Effect": "Allow",
          "Principal": {"Federated": "cognito-identity.amazonaws.com"},
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {
            "StringEquals": {"cognito-identity.amazonaws.com:aud": "us-east-1:12345678-corner-cafe-123456790ab"},
            "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "unauthenticated"}}}]}
        """);
    private static final Named<String> AUTHENTICATED = amrClause("[RTP] authenticated role", "authenticated");
    private static final Named<String> FACEBOOK = amrClause("[RTP] Facebook only", "graph.facebook.com");
    private static final Named<String> DEVELOPER = amrClause("[IR] one developer provider", "login.myprovider.myapp");
    private static final Named<String> TWO_POOLS = condition("[IR] role for two pools", """
        {"StringEquals": {"cognito-identity.amazonaws.com:aud": [
          "us-east-1:12345678-abcd-abcd-abcd-123456790ab", "us-east-1:98765432-dcba-dcba-dcba-123456790ab"]}}\
        """);
    private static final Named<String> TWO_IDENTITIES = condition("[IR] role for two identities", """
        {"StringEquals": {
          "cognito-identity.amazonaws.com:aud": "us-east-1:12345678-abcd-abcd-abcd-123456790ab",
          "cognito-identity.amazonaws.com:sub": [
            "us-east-1:12345678-1234-1234-1234-123456790ab", "us-east-1:98765432-1234-1234-1243-123456790ab"]}}\
        """);
    private static final Named<String> GOOGLE = named("[OIDC] RoleForGoogle", """
        {"Version": "2012-10-17", "Statement": [{"Sid": "RoleForGoogle", "Effect": "Allow",
          "Principal": {"Federated": "accounts.google.com"}, "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {"StringEquals": {"accounts.google.com:aud": "666777888999000"}}}]}
        """);
    private static final Named<String> OWN_PROVIDER = named("[OIDC] provider by its ARN", """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
          "Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/server.example.com"},
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {"StringEquals": {"server.example.com:aud": "appid_from_oidc_idp"}}}]}
        """);
    private static final Named<String> ALL_LISTED = condition("[MV] ForAllValues on listed values", """
        {"ForAllValues:StringLike": {
          "cognito-identity.amazonaws.com:amr": ["PostDateTime", "Message", "Tags"]}}\
        """);
    private static final Named<String> ANY_DENIED = named("[MV] Deny with ForAnyValue", """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": {"Federated": "cognito-identity.amazonaws.com"}, "Action": "sts:*"},
          {"Effect": "Deny", "Principal": {"Federated": "cognito-identity.amazonaws.com"}, "Action": "sts:*",
           "Condition": {"ForAnyValue:StringLike": {
             "cognito-identity.amazonaws.com:amr": ["ID", "PostDateTime"]}}}]}
        """);

    static Stream<Arguments> examples() {
        return Stream.of(
                arguments(UNAUTHENTICATED, named("guest of the pool", guest(CAFE)), Allow.class),
                arguments(UNAUTHENTICATED, named("guest of another pool", guest(ABCD)), ImplicitDeny.class),
                arguments(UNAUTHENTICATED, named("signed in", amr("authenticated")), ImplicitDeny.class),
                arguments(AUTHENTICATED, named("signed in", amr("authenticated", "accounts.google.com")), Allow.class),
                arguments(AUTHENTICATED, named("guest", guest(ABCD)), ImplicitDeny.class),
                arguments(FACEBOOK, named("Facebook", amr("authenticated", "graph.facebook.com")), Allow.class),
                arguments(FACEBOOK, named("Google", amr("authenticated", "accounts.google.com")), ImplicitDeny.class),
                arguments(DEVELOPER, named("developer", amr("authenticated", "login.myprovider.myapp")), Allow.class),
                arguments(DEVELOPER, named("guest", guest(ABCD)), ImplicitDeny.class),
                arguments(TWO_POOLS, named("first pool", guest(ABCD)), Allow.class),
                arguments(TWO_POOLS, named("second pool", guest(DCBA)), Allow.class),
                arguments(TWO_POOLS, named("third pool", guest(CAFE)), ImplicitDeny.class),
                arguments(TWO_IDENTITIES, named("listed identity", cognito(ABCD, IDENTITY)), Allow.class),
                arguments(TWO_IDENTITIES, named("in another pool", cognito(CAFE, IDENTITY)), ImplicitDeny.class),
                arguments(TWO_IDENTITIES, named("other identity", cognito(ABCD, DCBA)), ImplicitDeny.class),
                arguments(GOOGLE, named("Google", aud("accounts.google.com", "666777888999000")), Allow.class),
                arguments(GOOGLE, named("other app", aud("accounts.google.com", "1")), ImplicitDeny.class),
                arguments(GOOGLE, named("guest", guest(ABCD)), ImplicitDeny.class),
                arguments(OWN_PROVIDER, named("the provider", ownProvider("appid_from_oidc_idp")), Allow.class),
                arguments(OWN_PROVIDER, named("other app", ownProvider("other")), ImplicitDeny.class),
                arguments(ALL_LISTED, named("all listed", amr("PostDateTime", "Message")), Allow.class),
                arguments(ALL_LISTED, named("one not", amr("PostDateTime", "UserName")), ImplicitDeny.class),
                arguments(ANY_DENIED, named("one denied", amr("UserName", "PostDateTime")), ExplicitDeny.class),
                arguments(ANY_DENIED, named("none denied", amr("UserName")), Allow.class));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("examples")
    void decidesAsTheGuideSays(String document, TrustRequest request, Class<? extends Decision> expected) {
        assertThat(TrustPolicy.parse(document).decide(request)).isInstanceOf(expected);
    }

    private static Named<String> amrClause(String name, String value) {
        return condition(name, """
            {"ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "%s"}}\
            """.formatted(value));
    }

    private static Named<String> condition(String name, String condition) {
        return named(name, """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
              "Principal": {"Federated": "cognito-identity.amazonaws.com"},
              "Action": "sts:AssumeRoleWithWebIdentity", "Condition": %s}]}
            """.formatted(condition));
    }

    private static TrustRequest amr(String... amr) {
        return cognito(ABCD, IDENTITY, amr);
    }

    private static TrustRequest aud(String provider, String aud) {
        return Requests.from(provider, ConditionContext.builder().single(provider + ":aud", aud));
    }

    private static TrustRequest ownProvider(String aud) {
        return Requests.from(OIDC_ARN, ConditionContext.builder().single("server.example.com:aud", aud));
    }
}
