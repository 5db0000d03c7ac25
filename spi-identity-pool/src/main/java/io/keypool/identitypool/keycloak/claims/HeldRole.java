package io.keypool.identitypool.keycloak.claims;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An IAM role that a user has by a group, or by a role of the realm.
 *
 * @param precedence of several the lowest comes first, and none comes last
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GroupType.html">GroupType</a>
 */
record HeldRole(String arn, long precedence) {

    /** Of a group or role: the ARN, and the precedence as at AWS. */
    static final String ARN_ATTRIBUTE = "keypool.roleArn";

    static final String PRECEDENCE_ATTRIBUTE = "keypool.precedence";

    static final long NO_PRECEDENCE = Long.MAX_VALUE;

    /** Cognito's is a whole number from zero. */
    private static final Pattern PRECEDENCE = Pattern.compile("\\d{1,10}");

    /** Nothing for what has no such attribute. A precedence that is no number is none. */
    static Optional<HeldRole> of(@Nullable String arn, @Nullable String precedence) {
        return Optional.ofNullable(arn)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> new HeldRole(text, number(precedence)));
    }

    private static long number(@Nullable String precedence) {
        return Optional.ofNullable(precedence)
                .map(String::strip)
                .filter(text -> PRECEDENCE.matcher(text).matches())
                .map(Long::valueOf)
                .orElse(NO_PRECEDENCE);
    }
}
