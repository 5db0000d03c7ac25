package io.keypool.sts.wire;

import io.keypool.aws.Shape;
import io.keypool.aws.query.QueryRequest;
import io.keypool.sts.GetFederationTokenRequest;
import io.keypool.sts.SessionPolicies;
import io.keypool.sts.SessionTags;
import java.time.Duration;

/** Reads the calls that are for users with long-lived keys, by the constraints of the service model. */
public final class UserSessionReader {

    private static final Shape NAME = Shape.of(2, 32, "[\\w+=,.@-]*");

    /** The model has at least 16 characters of letters, digits and underscores; a client id may be any. */
    private static final Shape ACCESS_KEY_ID = Shape.of(1, 255);

    private static final Shape ENCODED_MESSAGE = Shape.of(1, 10_240);

    private UserSessionReader() {}

    /** @throws io.keypool.aws.AwsFault ValidationError */
    public static Duration getSessionToken(QueryRequest query) {
        SessionMembers members = new SessionMembers(query);
        Duration duration = members.durationOfUsers();
        members.check();
        members.refuse("SerialNumber", "TokenCode");
        return duration;
    }

    /** @throws io.keypool.aws.AwsFault ValidationError or InvalidParameterValue */
    public static GetFederationTokenRequest getFederationToken(QueryRequest query) {
        SessionMembers members = new SessionMembers(query);
        String name = members.required("Name", NAME);
        Duration duration = members.durationOfUsers();
        SessionPolicies policies = members.policies();
        SessionTags tags = members.tags();
        return new GetFederationTokenRequest(name, policies, tags, duration);
    }

    /** @throws io.keypool.aws.AwsFault ValidationError */
    public static String getAccessKeyInfo(QueryRequest query) {
        return single(query, "AccessKeyId", ACCESS_KEY_ID);
    }

    /** @throws io.keypool.aws.AwsFault ValidationError */
    public static String decodeAuthorizationMessage(QueryRequest query) {
        return single(query, "EncodedMessage", ENCODED_MESSAGE);
    }

    private static String single(QueryRequest query, String name, Shape shape) {
        SessionMembers members = new SessionMembers(query);
        String value = members.required(name, shape);
        members.check();
        return value;
    }
}
