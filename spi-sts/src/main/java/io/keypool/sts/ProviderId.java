package io.keypool.sts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A provider whose access tokens are web identity tokens; it says itself what they are worth.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif">IAM
 *     User Guide, Available keys for AWS OIDC federation</a>
 */
public enum ProviderId {
    AMAZON("www.amazon.com", "user_id"),
    FACEBOOK("graph.facebook.com", "id");

    private final String providerName;
    private final String userKey;

    ProviderId(String providerName, String userKey) {
        this.providerName = providerName;
        this.userKey = userKey;
    }

    public static Optional<ProviderId> find(String providerName) {
        return Stream.of(values())
                .filter(provider -> provider.providerName.equals(providerName))
                .findFirst();
    }

    public static List<String> names() {
        return Stream.of(values()).map(ProviderId::providerName).toList();
    }

    public String providerName() {
        return providerName;
    }

    /** The condition key of the app that a token was issued to. */
    String appKey() {
        return providerName + ":app_id";
    }

    /** The condition key of the person. */
    String userKey() {
        return providerName + ":" + userKey;
    }
}
