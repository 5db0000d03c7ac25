package io.keypool.identitypool.wire;

import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityPools;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An operation that is served: how it is read, called and written, and whether the call has to be signed. */
public sealed interface Operation {

    Pattern TARGET = Pattern.compile("(?:[\\w.]+\\.)?AWSCognitoIdentityService\\.(\\w+)");
    String CONTENT_TYPE = "application/x-amz-json-1.1";

    Map<String, Operation> ALL = all();

    /** One that everybody may call; it asks for other proof than a signature, or for none. */
    record Open(BiFunction<IdentityPools, JsonMembers, JsonAnswer> operation) implements Operation {

        /** @throws io.keypool.aws.AwsFault whatever refuses the call */
        public byte[] call(IdentityPools pools, byte[] body) {
            return operation.apply(pools, JsonMembers.parse(body)).bytes();
        }
    }

    /** One for those who sign. */
    record Signed(BiFunction<SignedDoors, JsonMembers, JsonAnswer> operation) implements Operation {

        /** @throws io.keypool.aws.AwsFault whatever refuses the call */
        public byte[] call(SignedDoors doors, byte[] body) {
            return operation.apply(doors, JsonMembers.parse(body)).bytes();
        }
    }

    /**
     * The operation that a request's headers name. AWS's own samples put a Java package before the service's name.
     *
     * @throws io.keypool.aws.AwsFault UnknownOperationException, for another content type too
     */
    static Operation of(@Nullable String contentType, @Nullable String target) {
        Matcher matcher = TARGET.matcher(target == null ? "" : target);
        Operation operation = matcher.matches() && isJson(contentType) ? ALL.get(matcher.group(1)) : null;
        if (operation == null) {
            throw CognitoFault.unknownOperation();
        }
        return operation;
    }

    private static Map<String, Operation> all() {
        Map<String, Operation> all = new HashMap<>();
        OpenOperations.ALL.forEach((name, operation) -> all.put(name, new Open(operation)));
        PoolOperations.ALL.forEach((name, operation) -> all.put(name, new Signed(operation)));
        IdentityOperations.ALL.forEach((name, operation) -> all.put(name, new Signed(operation)));
        DeveloperOperations.ALL.forEach((name, operation) -> all.put(name, new Signed(operation)));
        RoleOperations.ALL.forEach((name, operation) -> all.put(name, new Signed(operation)));
        return Map.copyOf(all);
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT).equals(CONTENT_TYPE);
    }
}
