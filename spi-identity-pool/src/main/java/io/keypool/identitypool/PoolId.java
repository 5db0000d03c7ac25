package io.keypool.identitypool;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of an identity pool, {@code region:uuid}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html#CognitoIdentity-GetId-request-IdentityPoolId">
 *     Cognito API, IdentityPoolId</a>
 */
public record PoolId(String value) {

    public static final int MAX_LENGTH = 55;

    /** What the resource of a pool's ARN begins with. */
    static final String ARN_RESOURCE = "identitypool/";

    public static final Pattern PATTERN = Pattern.compile("[\\w-]+:[0-9a-f-]+");

    public PoolId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an identity pool id");
        }
    }

    public static PoolId of(String region, String uniquePart) {
        return new PoolId(region + ":" + uniquePart);
    }

    /** The id that the text is, or nothing when it is none. */
    public static Optional<PoolId> parse(String text) {
        return isValid(text) ? Optional.of(new PoolId(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && PATTERN.matcher(text).matches();
    }

    public String region() {
        return value.substring(0, value.indexOf(':'));
    }

    /** What follows the region. */
    public String uniquePart() {
        return value.substring(value.indexOf(':') + 1);
    }

    /** {@code arn:aws:cognito-identity:region:account:identitypool/id}. */
    public Arn arn(AccountId account) {
        return new Arn("aws", "cognito-identity", region(), account.value(), ARN_RESOURCE + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
