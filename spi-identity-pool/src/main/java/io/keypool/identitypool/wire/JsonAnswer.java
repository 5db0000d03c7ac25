package io.keypool.identitypool.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keypool.aws.AwsFault;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IssuedCredentials;
import io.keypool.identitypool.IssuedToken;
import io.keypool.sts.Credentials;

/** One answer as JSON. Times are numbers: a date as text breaks AWS's JavaScript and Java clients. */
public final class JsonAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode members = JsonNodeFactory.instance.objectNode();
    private final boolean silent;

    private JsonAnswer(boolean silent) {
        this.silent = silent;
    }

    private JsonAnswer() {
        this(false);
    }

    /** What AWS answers where the model has no output: no byte. */
    static JsonAnswer silence() {
        return new JsonAnswer(true);
    }

    /** What AWS answers where the model has an output without members. */
    static JsonAnswer noMembers() {
        return new JsonAnswer();
    }

    static JsonAnswer of(IdentityId identity) {
        JsonAnswer answer = new JsonAnswer();
        answer.members.put("IdentityId", identity.value());
        return answer;
    }

    static JsonAnswer of(IssuedToken issued) {
        JsonAnswer answer = of(issued.identity());
        answer.members.put("Token", issued.token().reveal());
        return answer;
    }

    static JsonAnswer of(IssuedCredentials issued) {
        JsonAnswer answer = of(issued.identity());
        Credentials credentials = issued.credentials();
        answer.members
                .putObject("Credentials")
                .put("AccessKeyId", credentials.accessKeyId())
                .put("SecretKey", credentials.secretAccessKey().reveal())
                .put("SessionToken", credentials.sessionToken().reveal())
                .put("Expiration", credentials.expiration().getEpochSecond());
        return answer;
    }

    static JsonAnswer of(ObjectNode members) {
        JsonAnswer answer = new JsonAnswer();
        answer.members.setAll(members);
        return answer;
    }

    /** A fault as every AWS client reads it from the body. */
    public static JsonAnswer of(AwsFault fault) {
        JsonAnswer answer = new JsonAnswer();
        answer.members.put("__type", fault.code()).put("message", fault.message());
        return answer;
    }

    public byte[] bytes() {
        if (silent) {
            return new byte[0];
        }
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
