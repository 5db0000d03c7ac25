package io.keypool.sts.wire;

import io.keypool.aws.RequestId;
import io.keypool.aws.query.QueryApi;
import io.keypool.aws.query.QueryXml;
import io.keypool.sts.AssumedRole;
import io.keypool.sts.AssumedRoleWithWebIdentity;
import io.keypool.sts.CallerIdentity;
import io.keypool.sts.Credentials;

/** The answers of STS as XML, in the order in which AWS sends the members. */
public final class StsXml {

    public static final QueryApi API = new QueryApi("sts", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/");

    private StsXml() {}

    public static String assumeRoleWithWebIdentity(AssumedRoleWithWebIdentity assumed, RequestId requestId) {
        AssumedRole role = assumed.role();
        return new QueryXml(API, requestId).result("AssumeRoleWithWebIdentity", result -> {
            result.text("SubjectFromWebIdentityToken", assumed.identity().subject());
            result.text("Audience", assumed.identity().audience());
            result.element("AssumedRoleUser", user -> {
                user.text("AssumedRoleId", role.assumedRoleId());
                user.text("Arn", role.arn().toString());
            });
            result.element("Credentials", element -> credentials(element, role.credentials()));
            result.text("Provider", assumed.identity().provider());
        });
    }

    public static String getCallerIdentity(CallerIdentity caller, RequestId requestId) {
        return new QueryXml(API, requestId).result("GetCallerIdentity", result -> {
            result.text("Arn", caller.arn().toString());
            result.text("UserId", caller.userId());
            result.text("Account", caller.account().value());
        });
    }

    private static void credentials(QueryXml element, Credentials credentials) {
        element.text("AccessKeyId", credentials.accessKeyId());
        element.text("SecretAccessKey", credentials.secretAccessKey().reveal());
        element.text("SessionToken", credentials.sessionToken().reveal());
        element.text("Expiration", credentials.expiration().toString());
    }
}
