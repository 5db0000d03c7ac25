package io.keypool.it;

import java.util.HashMap;
import java.util.Map;

/**
 * The parameters of AssumeRoleWithWebIdentity for a guest of the demo realm, as SDKs send them; to be changed at will.
 */
final class WebIdentityCall {

    static final String ACTION = "AssumeRoleWithWebIdentity";
    static final String SESSION = "a-session";

    private WebIdentityCall() {}

    static Map<String, String> of(String token) {
        return new HashMap<>(Map.of(
                "Action", ACTION,
                "Version", "2011-06-15",
                "RoleArn", Keypool.GUEST_ROLE,
                "RoleSessionName", SESSION,
                "WebIdentityToken", token));
    }

    static Map<String, String> with(String parameter, String value, String token) {
        Map<String, String> call = of(token);
        call.put(parameter, value);
        return call;
    }

    static Map<String, String> without(String parameter, String token) {
        Map<String, String> call = of(token);
        call.remove(parameter);
        return call;
    }
}
