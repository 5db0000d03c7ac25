package io.keypool.identitypool.wire;

import io.keypool.aws.Constraints;
import io.keypool.aws.Secret;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.GetCredentialsForIdentityRequest;
import io.keypool.identitypool.GetIdRequest;
import io.keypool.identitypool.GetOpenIdTokenRequest;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.Logins;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.UnlinkIdentityRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads each operation's members by the constraints of the service model. */
final class Readers {

    private static final Pattern ACCOUNT_ID = Pattern.compile("\\d+");
    private static final int MAX_LOGINS = 10;
    private static final int MAX_PROVIDER = 128;
    private static final int MAX_TOKEN = 50_000;

    private Readers() {}

    /** AccountId is checked and has no further meaning: the realm of the address is the account. */
    static GetIdRequest getId(JsonRequest request) {
        String pool = request.string("IdentityPoolId");
        String account = request.string("AccountId");
        Map<String, String> logins = request.stringMap("Logins");
        Constraints constraints = new Constraints();
        id(constraints, "identityPoolId", pool);
        constraints.length("accountId", account, 1, 15).pattern("accountId", account, ACCOUNT_ID);
        checkLogins(constraints, logins);
        enforce(constraints);
        return new GetIdRequest(new PoolId(present(pool)), logins(logins));
    }

    static GetOpenIdTokenRequest getOpenIdToken(JsonRequest request) {
        String identity = request.string("IdentityId");
        Map<String, String> logins = request.stringMap("Logins");
        Constraints constraints = new Constraints();
        id(constraints, "identityId", identity);
        checkLogins(constraints, logins);
        enforce(constraints);
        return new GetOpenIdTokenRequest(new IdentityId(present(identity)), logins(logins));
    }

    static GetCredentialsForIdentityRequest getCredentialsForIdentity(JsonRequest request) {
        String identity = request.string("IdentityId");
        String customRoleArn = request.string("CustomRoleArn");
        Map<String, String> logins = request.stringMap("Logins");
        Constraints constraints = new Constraints();
        id(constraints, "identityId", identity);
        checkLogins(constraints, logins);
        constraints.length("customRoleArn", customRoleArn, 20, 2048);
        enforce(constraints);
        return new GetCredentialsForIdentityRequest(
                new IdentityId(present(identity)), logins(logins), Optional.ofNullable(customRoleArn));
    }

    static UnlinkIdentityRequest unlinkIdentity(JsonRequest request) {
        String identity = request.string("IdentityId");
        Map<String, String> logins = request.stringMap("Logins");
        List<String> loginsToRemove = request.stringList("LoginsToRemove");
        Constraints constraints = new Constraints();
        id(constraints, "identityId", identity);
        constraints.required("logins", logins);
        checkLogins(constraints, logins);
        constraints.required("loginsToRemove", loginsToRemove);
        if (loginsToRemove != null && loginsToRemove.stream().anyMatch(provider -> outside(provider, MAX_PROVIDER))) {
            constraints.violated("loginsToRemove", lengths("Member", MAX_PROVIDER));
        }
        enforce(constraints);
        return new UnlinkIdentityRequest(
                new IdentityId(present(identity)), logins(logins), Set.copyOf(present(loginsToRemove)));
    }

    static void id(Constraints constraints, String member, @Nullable String id) {
        constraints.required(member, id);
        optionalId(constraints, member, id);
    }

    static void optionalId(Constraints constraints, String member, @Nullable String id) {
        constraints.length(member, id, 1, PoolId.MAX_LENGTH).pattern(member, id, PoolId.PATTERN);
    }

    static void checkLogins(Constraints constraints, @Nullable Map<String, String> logins) {
        checkMap(constraints, "logins", logins, new MapLimits(MAX_LOGINS, MAX_PROVIDER, MAX_TOKEN));
    }

    /** How many entries a map has at most, and how long their keys and values are. */
    record MapLimits(int entries, int key, int value) {}

    static void checkMap(Constraints constraints, String member, @Nullable Map<String, String> map, MapLimits limits) {
        if (map == null) {
            return;
        }
        if (map.size() > limits.entries()) {
            constraints.violated(member, "Member must have length less than or equal to " + limits.entries());
        }
        if (map.keySet().stream().anyMatch(key -> outside(key, limits.key()))) {
            constraints.violated(member, lengths("Map keys", limits.key()));
        }
        if (map.values().stream().anyMatch(value -> outside(value, limits.value()))) {
            constraints.violated(member, lengths("Map value", limits.value()));
        }
    }

    private static boolean outside(String text, int max) {
        return text.isEmpty() || text.codePointCount(0, text.length()) > max;
    }

    private static String lengths(String what, int max) {
        return what + " must satisfy constraint: [Member must have length less than or equal to " + max
                + ", Member must have length greater than or equal to 1]";
    }

    static Logins logins(@Nullable Map<String, String> logins) {
        if (logins == null) {
            return Logins.NONE;
        }
        Map<String, Secret> tokens = new LinkedHashMap<>();
        logins.forEach((provider, token) -> tokens.put(provider, new Secret(token)));
        return new Logins(tokens);
    }

    static void enforce(Constraints constraints) {
        constraints.message().ifPresent(message -> {
            throw CognitoFault.validation(message);
        });
    }

    static <T> T present(@Nullable T checked) {
        if (checked == null) {
            throw new IllegalStateException("a required member passed its check");
        }
        return checked;
    }
}
