package io.keypool.identitypool.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keypool.aws.Secret;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.ImportedIdentity;
import io.keypool.identitypool.ImportedLogin;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.services.ErrorResponseException;

/**
 * Reads what is to be imported: identities as ListIdentities and DescribeIdentity tell them, and logins
 * {@code {"IdentityId", "Provider", "Subject"}}.
 */
record ImportReader(List<ImportedIdentity> identities, List<ImportedLogin> logins) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws ErrorResponseException 400, which repeats nothing of what was read but ids of identities */
    static ImportReader read(byte[] body) {
        ImportReader read = new ImportReader(new ArrayList<>(), new ArrayList<>());
        try (MappingIterator<JsonNode> objects = JSON.readerFor(JsonNode.class).readValues(body)) {
            while (objects.hasNextValue()) {
                read.add(objects.nextValue());
            }
        } catch (IOException malformed) {
            throw AdminAnswer.badRequest("What is to be imported is a sequence of JSON objects.");
        }
        return read;
    }

    private void add(JsonNode object) {
        String id = object.path("IdentityId").asText();
        try {
            if (object.has("Subject")) {
                logins.add(new ImportedLogin(
                        new IdentityId(id),
                        object.path("Provider").asText(),
                        new Secret(object.path("Subject").asText())));
                return;
            }
            Instant created = time(object, "CreationDate");
            identities.add(new ImportedIdentity(
                    new IdentityId(id),
                    created,
                    object.has("LastModifiedDate") ? time(object, "LastModifiedDate") : created,
                    !object.path("Logins").isEmpty()));
        } catch (IllegalArgumentException | DateTimeException invalid) {
            throw AdminAnswer.badRequest("The identity '" + id + "' is none of AWS: it has IdentityId, Logins,"
                    + " CreationDate and LastModifiedDate, or IdentityId, Provider and Subject.");
        }
    }

    /** Seconds since 1970, or ISO 8601, as the AWS command line is configured. */
    private static Instant time(JsonNode object, String member) {
        JsonNode time = object.path(member);
        if (time.isNumber()) {
            return Instant.ofEpochMilli(
                    time.decimalValue().multiply(BigDecimal.valueOf(1_000)).longValue());
        }
        return OffsetDateTime.parse(time.asText()).toInstant();
    }
}
