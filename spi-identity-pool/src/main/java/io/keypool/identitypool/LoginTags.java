package io.keypool.identitypool;

import io.keypool.aws.AwsFault;
import io.keypool.aws.Tags;
import io.keypool.sts.SessionTags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes principal tags of the claims of logins.
 *
 * <p>A claim that is missing gives no tag. One that cannot be a tag refuses the call: a policy that denies who has a
 * tag would let pass who has it twice.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/attributes-for-access-control.html">Attributes
 *     for access control</a>
 */
final class LoginTags {

    private final Map<String, PrincipalTagMap> settings;
    private final Map<String, String> tags = new LinkedHashMap<>();

    private LoginTags(Map<String, PrincipalTagMap> settings) {
        this.settings = settings;
    }

    /** @throws AwsFault NotAuthorizedException */
    static SessionTags of(IdentityPool pool, List<LoginClaims> logins) {
        LoginTags tags = new LoginTags(pool.principalTags());
        logins.forEach(tags::add);
        return tags.sessionTags();
    }

    private void add(LoginClaims login) {
        login.find(settings)
                .map(Map.Entry::getValue)
                .ifPresent(map -> map.claims()
                        .forEach((key, claim) ->
                                login.values(claim).ifPresent(values -> add(key, single(claim, values)))));
    }

    private void add(String key, String value) {
        String other = tags.put(key, value);
        if (other != null && !other.equals(value)) {
            throw CognitoFault.noPrincipalTag(key).because("the logins say different things");
        }
    }

    private static String single(String claim, List<String> values) {
        if (values.size() != 1) {
            throw CognitoFault.noPrincipalTag(claim).because("the claim is not one text, number or boolean");
        }
        return values.get(0);
    }

    private SessionTags sessionTags() {
        try {
            return new SessionTags(new Tags(tags), Set.of());
        } catch (IllegalArgumentException notTags) {
            throw CognitoFault.noPrincipalTag(String.join(", ", tags.keySet()))
                    .because(String.valueOf(notTags.getMessage()));
        }
    }
}
