package io.keypool.sts.wire;

import io.keypool.aws.Arn;
import io.keypool.aws.Constraints;
import io.keypool.aws.Secret;
import io.keypool.aws.query.QueryRequest;
import io.keypool.sts.AssumeRoleWithWebIdentityRequest;
import io.keypool.sts.RoleRequest;
import io.keypool.sts.RoleSessionName;
import io.keypool.sts.SessionPolicies;
import io.keypool.sts.StsFault;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads AssumeRoleWithWebIdentity by the constraints of the service model. */
public final class AssumeRoleWithWebIdentityReader {

    /** Limits of a session that are not enforced are not accepted: who asks for less must not get more. */
    private static final List<String> UNSUPPORTED = List.of("Policy", "PolicyArns", "ProviderId");

    private AssumeRoleWithWebIdentityReader() {}

    /** @throws io.keypool.aws.AwsFault ValidationError */
    public static AssumeRoleWithWebIdentityRequest read(QueryRequest query) {
        String roleArn = query.get("RoleArn");
        String sessionName = query.get("RoleSessionName");
        String token = query.get("WebIdentityToken");
        Duration duration = duration(query);
        new Constraints()
                .required("roleArn", roleArn)
                .length("roleArn", roleArn, 20, 2048)
                .required("roleSessionName", sessionName)
                .length("roleSessionName", sessionName, RoleSessionName.MIN_LENGTH, RoleSessionName.MAX_LENGTH)
                .pattern("roleSessionName", sessionName, RoleSessionName.PATTERN)
                .required("webIdentityToken", token)
                .sensitiveLength("webIdentityToken", token, 4, 20_000)
                .range(
                        "durationSeconds",
                        duration.toSeconds(),
                        RoleRequest.SHORTEST.toSeconds(),
                        RoleRequest.LONGEST.toSeconds())
                .message()
                .ifPresent(message -> {
                    throw StsFault.validation(message);
                });
        refuseUnsupported(query);
        return new AssumeRoleWithWebIdentityRequest(
                new RoleRequest(
                        arn(present(roleArn)),
                        new RoleSessionName(present(sessionName)),
                        duration,
                        SessionPolicies.NONE),
                new Secret(present(token)));
    }

    private static void refuseUnsupported(QueryRequest query) {
        for (String parameter : UNSUPPORTED) {
            if (query.hasAny(parameter)) {
                throw StsFault.validation("The parameter " + parameter + " is not supported.");
            }
        }
    }

    private static Duration duration(QueryRequest query) {
        String seconds = query.get("DurationSeconds");
        if (seconds == null) {
            return RoleRequest.DEFAULT;
        }
        try {
            return Duration.ofSeconds(Integer.parseInt(seconds));
        } catch (NumberFormatException notANumber) {
            throw StsFault.validation(new Constraints()
                    .violated("durationSeconds", "Member must be an integer")
                    .message()
                    .orElseThrow());
        }
    }

    private static Arn arn(String text) {
        return Arn.parse(text).orElseThrow(() -> StsFault.validation(text + " is invalid"));
    }

    private static String present(@Nullable String checked) {
        if (checked == null) {
            throw new IllegalStateException("a required member passed its check");
        }
        return checked;
    }
}
