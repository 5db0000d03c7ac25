package io.keypool.gateway.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.keypool.policy.Decision;
import io.keypool.policy.DecisionTrace;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Why a request was denied, in the form in which AWS's services tell it to DecodeAuthorizationMessage. Values of the
 * request are not in it: a gateway's headers are short, and whoever needs them reads the refusal by its request id.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html">AWS</a>
 */
public final class AuthorizationMessage {

    private static final JsonFactory JSON = new JsonFactory();

    private AuthorizationMessage() {}

    public static String of(DecisionTrace trace) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeBooleanField("allowed", false);
            json.writeBooleanField("explicitDeny", trace.decision() instanceof Decision.ExplicitDeny);
            json.writeObjectFieldStart("matchedStatements");
            json.writeArrayFieldStart("items");
            Optional<Decision.StatementRef> denying = denying(trace.decision());
            if (denying.isPresent()) {
                statement(json, denying.get());
            }
            json.writeEndArray();
            json.writeEndObject();
            context(json, trace);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static Optional<Decision.StatementRef> denying(Decision decision) {
        return decision instanceof Decision.ExplicitDeny deny ? Optional.of(deny.statement()) : Optional.empty();
    }

    private static void statement(JsonGenerator json, Decision.StatementRef statement) throws IOException {
        json.writeStartObject();
        json.writeStringField("policy", statement.policy());
        json.writeNumberField("index", statement.index());
        if (statement.sid() != null) {
            json.writeStringField("statementId", statement.sid());
        }
        json.writeStringField("effect", "DENY");
        json.writeEndObject();
    }

    private static void context(JsonGenerator json, DecisionTrace trace) throws IOException {
        json.writeObjectFieldStart("context");
        json.writeObjectFieldStart("principal");
        json.writeStringField("arn", trace.principal());
        json.writeEndObject();
        json.writeStringField("action", trace.action());
        json.writeStringField("resource", trace.resource());
        json.writeEndObject();
    }
}
