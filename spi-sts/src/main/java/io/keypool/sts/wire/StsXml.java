package io.keypool.sts.wire;

import io.keypool.aws.AccountId;
import io.keypool.aws.RequestId;
import io.keypool.aws.query.QueryApi;
import io.keypool.aws.query.QueryXml;
import io.keypool.sts.AssumedRole;
import io.keypool.sts.AssumedRoleWithSaml;
import io.keypool.sts.AssumedRoleWithWebIdentity;
import io.keypool.sts.CallerIdentity;
import io.keypool.sts.Credentials;
import io.keypool.sts.FederatedUser;
import io.keypool.sts.IssuedSession;
import io.keypool.sts.SamlIdentity;

/** The answers of STS as XML, in the order in which AWS sends the members. */
public final class StsXml {

    public static final QueryApi API = new QueryApi("sts", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/");

    private StsXml() {}

    public static String assumeRole(AssumedRole role, RequestId requestId) {
        return new QueryXml(API, requestId).result("AssumeRole", result -> assumedRole(result, role));
    }

    public static String assumeRoleWithWebIdentity(AssumedRoleWithWebIdentity assumed, RequestId requestId) {
        return new QueryXml(API, requestId).result("AssumeRoleWithWebIdentity", result -> {
            result.text("SubjectFromWebIdentityToken", assumed.identity().subject());
            result.text("Audience", assumed.identity().audience());
            assumedRole(result, assumed.role());
            result.text("Provider", assumed.identity().provider());
        });
    }

    public static String assumeRoleWithSaml(AssumedRoleWithSaml assumed, RequestId requestId) {
        SamlIdentity identity = assumed.identity();
        return new QueryXml(API, requestId).result("AssumeRoleWithSAML", result -> {
            result.text("Issuer", identity.issuer());
            assumedRole(result, assumed.role());
            result.text("Audience", identity.recipient());
            result.text("SubjectType", identity.subjectType());
            result.text("NameQualifier", identity.nameQualifier());
            result.text("Subject", identity.subject());
        });
    }

    public static String getCallerIdentity(CallerIdentity caller, RequestId requestId) {
        return new QueryXml(API, requestId).result("GetCallerIdentity", result -> {
            result.text("Arn", caller.arn().toString());
            result.text("UserId", caller.userId());
            result.text("Account", caller.account().value());
        });
    }

    public static String getSessionToken(Credentials credentials, RequestId requestId) {
        return new QueryXml(API, requestId).result("GetSessionToken", result -> credentials(result, credentials));
    }

    public static String getFederationToken(FederatedUser user, RequestId requestId) {
        return new QueryXml(API, requestId).result("GetFederationToken", result -> {
            credentials(result, user.session().credentials());
            result.element("FederatedUser", element -> {
                element.text("FederatedUserId", user.federatedUserId());
                element.text("Arn", user.arn().toString());
            });
            // Unlike its siblings it says so also when there is neither policy nor tag.
            result.text(
                    "PackedPolicySize",
                    user.session().packedPolicySize().orElse(0).toString());
        });
    }

    public static String getAccessKeyInfo(AccountId account, RequestId requestId) {
        return new QueryXml(API, requestId)
                .result("GetAccessKeyInfo", result -> result.text("Account", account.value()));
    }

    public static String decodeAuthorizationMessage(String message, RequestId requestId) {
        return new QueryXml(API, requestId)
                .result("DecodeAuthorizationMessage", result -> result.text("DecodedMessage", message));
    }

    private static void assumedRole(QueryXml result, AssumedRole role) {
        result.element("AssumedRoleUser", user -> {
            user.text("AssumedRoleId", role.assumedRoleId());
            user.text("Arn", role.arn().toString());
        });
        credentials(result, role.credentials());
        packedPolicySize(result, role.session());
        role.sourceIdentity().ifPresent(source -> result.text("SourceIdentity", source));
    }

    private static void packedPolicySize(QueryXml result, IssuedSession session) {
        session.packedPolicySize().ifPresent(percent -> result.text("PackedPolicySize", percent.toString()));
    }

    private static void credentials(QueryXml result, Credentials credentials) {
        result.element("Credentials", element -> {
            element.text("AccessKeyId", credentials.accessKeyId());
            element.text("SecretAccessKey", credentials.secretAccessKey().reveal());
            element.text("SessionToken", credentials.sessionToken().reveal());
            element.text("Expiration", credentials.expiration().toString());
        });
    }
}
