package io.keypool.sts.wire;

import io.keypool.aws.Arn;
import io.keypool.aws.Shape;
import io.keypool.aws.Tags;
import io.keypool.aws.query.Members;
import io.keypool.aws.query.QueryRequest;
import io.keypool.sts.RoleRequest;
import io.keypool.sts.RoleSessionName;
import io.keypool.sts.SessionPolicies;
import io.keypool.sts.SessionTags;
import io.keypool.sts.StsFault;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The members that calls for a session have in common, by the constraints of the service model. */
final class SessionMembers {

    static final Shape NAME = new Shape(2, 64, RoleSessionName.PATTERN, false);

    private static final Shape POLICY = Shape.of(1, 2048, "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+");

    /** AWS: you can provide up to 10 managed policy ARNs. */
    private static final int MAX_POLICY_ARNS = 10;

    private static final Duration LONGEST_OF_USERS = Duration.ofHours(36);
    private static final Duration DEFAULT_OF_USERS = Duration.ofHours(12);

    private final Members members;

    SessionMembers(QueryRequest query) {
        this.members = new Members(query);
    }

    String required(String name, Shape shape) {
        return members.required(name, shape);
    }

    Optional<String> optional(String name, Shape shape) {
        return members.optional(name, shape);
    }

    /** Refuses what nobody here looks at: who asks for less, or proves more, must not be answered as if it had not. */
    void refuse(String... names) {
        for (String name : names) {
            if (members.has(name)) {
                throw StsFault.validation("The parameter " + name + " is not supported.");
            }
        }
    }

    void check() {
        members.check();
    }

    /** The role, the name of the session, its length and its limits. */
    RoleRequest role(String sessionNameMember) {
        String role = members.required("RoleArn", Shape.ARN);
        String name = members.required(sessionNameMember, NAME);
        Duration duration = duration().orElse(RoleRequest.DEFAULT);
        SessionPolicies policies = policies();
        return new RoleRequest(arn(role), new RoleSessionName(name), duration, policies);
    }

    /** How long the session is to last, if that is said. */
    Optional<Duration> duration() {
        return members.number("DurationSeconds", RoleRequest.SHORTEST.toSeconds(), RoleRequest.LONGEST.toSeconds())
                .map(Duration::ofSeconds);
    }

    Duration durationOfUsers() {
        return members.seconds("DurationSeconds", RoleRequest.SHORTEST, LONGEST_OF_USERS)
                .orElse(DEFAULT_OF_USERS);
    }

    /** @throws io.keypool.aws.AwsFault ValidationError, also for whatever was read before */
    SessionPolicies policies() {
        Optional<String> inline = members.optional("Policy", POLICY);
        List<String> arns = members.texts("PolicyArns", "arn", MAX_POLICY_ARNS, Shape.ARN);
        members.check();
        return new SessionPolicies(
                inline, arns.stream().map(SessionMembers::arn).toList());
    }

    /** @throws io.keypool.aws.AwsFault ValidationError or InvalidParameterValue, also for whatever was read before */
    SessionTags tags() {
        List<String> transitiveKeys = members.texts("TransitiveTagKeys", Tags.MAX_COUNT, Shape.TAG_KEY);
        Tags tags = members.tags(StsFault::duplicateTagKeys);
        try {
            return new SessionTags(tags, new HashSet<>(transitiveKeys));
        } catch (IllegalArgumentException noneOfTheTags) {
            throw StsFault.unknownTransitiveTag();
        }
    }

    /** @throws io.keypool.aws.AwsFault ValidationError */
    static Arn arn(String text) {
        return Arn.parse(text).orElseThrow(() -> StsFault.validation(text + " is invalid"));
    }
}
